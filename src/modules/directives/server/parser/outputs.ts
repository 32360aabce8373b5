import type { OutputMention } from '../../directives.parsed.ts';

/** What offices count in their plans; the longer name goes before the shorter. */
const things = [
  'tin, bài, ảnh',
  'tin, bài',
  'tin bài',
  'bài viết',
  'bài',
  'tin',
  'phóng sự',
  'video clip',
  'video',
  'clip',
  'infographic',
  'podcast',
  'ảnh',
  'chuyên trang',
  'chuyên mục',
  'chuyên đề',
  'ấn phẩm',
  'tờ rơi',
  'tờ gấp',
  'pa nô',
  'băng rôn',
  'khẩu hiệu',
  'số báo',
  'sản phẩm truyền thông',
  'sản phẩm',
  'buổi biểu diễn',
  'buổi chiếu phim',
  'buổi tuyên truyền',
  'buổi',
  'chương trình',
  'cuộc thi',
  'cuộc',
  'hội nghị',
  'hội thảo',
  'lớp tập huấn',
  'lớp',
  'triển lãm',
  'giải đấu',
  'giải',
  'đợt',
  'lượt',
  'báo cáo',
  'kế hoạch',
  'văn bản',
];
const counted = new RegExp(
  String.raw`(?<![\d\/.,])(\d{1,4})\s+(?:\([\p{L} ]+\)\s*)?(${things.join('|')})(?!\p{L})`,
  'giu',
);
const named = new RegExp(String.raw`^(?:các\s+)?(${things.join('|')})(?!\p{L})`, 'iu');

/** Things to deliver and how many: "05 tin, bài", "02 buổi biểu diễn". */
export function findOutputs(text: string): OutputMention[] {
  return [...text.matchAll(counted)].map((match) => ({
    text: match[0],
    kind: (match[2] ?? '').toLowerCase(),
    count: Number(match[1]),
  }));
}

/** The cell "Sản phẩm" of a table: what it counts, else one of what it names. */
export function readOutputCell(cell: string): OutputMention[] {
  if (cell === '') return [];
  const found = findOutputs(cell);
  if (found.length > 0) return found;
  const kind = named.exec(cell)?.[1]?.toLowerCase() ?? cell.slice(0, 120);
  return [{ text: cell, kind, count: 1 }];
}
