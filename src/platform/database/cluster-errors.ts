export type ClusterErrorCode =
  | 'data_folder_in_use'
  | 'folder_not_ours'
  | 'disk_full'
  | 'major_version_differs'
  | 'binaries_missing'
  | 'no_system_user'
  | 'server_failed'
  | 'server_too_old'
  | 'server_unreachable';

/** Why the database cannot serve, in words that the person at the terminal can act on: Vietnamese first, then English. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;
  constructor(code: ClusterErrorCode, vietnamese: string, english: string, cause?: unknown) {
    super(`${vietnamese}\n${english}`, { cause });
    this.name = 'ClusterError';
    this.code = code;
  }
}

export function dataFolderInUse(folder: string): ClusterError {
  return new ClusterError(
    'data_folder_in_use',
    `Một chương trình Lan Tỏa khác đang dùng thư mục dữ liệu ${folder}. Hãy dừng chương trình đó, hoặc đặt LANTOA_DATA sang thư mục khác.`,
    `Another Lan Tỏa program is using the data folder ${folder}. Stop that program, or point LANTOA_DATA to another folder.`,
  );
}

export function folderNotOurs(folder: string, why: string): ClusterError {
  return new ClusterError(
    'folder_not_ours',
    `Không dùng được thư mục ${folder}: thư mục thuộc người dùng khác hoặc không ghi được (${why}). Hãy chạy bằng đúng người dùng đó, sửa quyền sở hữu, hoặc đặt LANTOA_DATA sang thư mục khác.`,
    `The folder ${folder} cannot be used: it belongs to somebody else or cannot be written (${why}). Run as its owner, correct the ownership, or point LANTOA_DATA to another folder.`,
  );
}

export function diskFull(folder: string): ClusterError {
  return new ClusterError(
    'disk_full',
    `Đĩa đã đầy, cơ sở dữ liệu trong ${folder} không ghi được. Hãy giải phóng dung lượng rồi chạy lại; dữ liệu đã lưu không mất.`,
    `The disk is full, so the database in ${folder} cannot write. Free some space and start again; what was saved is not lost.`,
  );
}

export function majorVersionDiffers(folder: string, found: string, wanted: string): ClusterError {
  return new ClusterError(
    'major_version_differs',
    `Thư mục ${folder} do PostgreSQL ${found} tạo ra, chương trình này mang PostgreSQL ${wanted} và không mở được. Hãy dùng phiên bản Lan Tỏa trước đó để sao lưu, rồi khôi phục vào thư mục mới.`,
    `The folder ${folder} was made by PostgreSQL ${found}; this program carries PostgreSQL ${wanted} and cannot open it. Back it up with the earlier release of Lan Tỏa, then restore into a new folder.`,
  );
}

export function binariesMissing(platform: string, cause?: unknown): ClusterError {
  return new ClusterError(
    'binaries_missing',
    `Không có PostgreSQL kèm theo cho máy này (${platform}). Hãy chạy lại npm ci, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL từ bản 15.`,
    `There is no bundled PostgreSQL for this machine (${platform}). Run npm ci again, or set DATABASE_URL to a PostgreSQL server, 15 or later.`,
    cause,
  );
}

export function serverFailed(folder: string, detail: string): ClusterError {
  return new ClusterError(
    'server_failed',
    `Cơ sở dữ liệu trong ${folder} không khởi động được.`,
    `The database in ${folder} did not start:\n${detail}`,
  );
}

/** Turns what the operating system or the server wrote into the clearest of the errors above. */
export function explainFailure(folder: string, detail: string, cause?: unknown): ClusterError {
  if (cause instanceof ClusterError) return cause;
  const words = `${detail} ${cause instanceof Error ? cause.message : ''}`;
  if (/No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/i.test(words)) return diskFull(folder);
  if (/Permission denied|EACCES|EPERM|Operation not permitted|Read-only file system|EROFS|wrong ownership/i.test(words))
    return folderNotOurs(folder, words.trim().split('\n').at(-1) ?? '');
  return serverFailed(folder, words.trim());
}
