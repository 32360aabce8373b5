import type { CellState, OutputKind, Rhythm, TaskState } from '../plan.shapes.contract.ts';

/** Words of the printed letters; they are official documents and therefore Vietnamese whatever the desk's language. */
export const outputWords: Readonly<Record<OutputKind, string>> = {
  story: 'tin, bài',
  broadcast: 'buổi phát thanh',
  visual: 'hình thức cổ động trực quan',
  event: 'hoạt động, sự kiện',
  product: 'sản phẩm truyền thông',
  report: 'báo cáo',
  other: 'kết quả có minh chứng',
};
export const rhythmWords: Readonly<Record<Rhythm, string>> = {
  once: '',
  weekly: 'mỗi tuần',
  monthly: 'mỗi tháng',
  quarterly: 'mỗi quý',
  per_event: 'theo từng sự kiện',
};

/** 2026-03-05 → 05/3/2026, as the decree writes days and months in running text. */
export function dayInLetter(day: string): string {
  const [year, month = '', date = ''] = day.split('-');
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

/** "Tổ chức phát thanh: 02 buổi phát thanh mỗi tháng (tiếng Việt, tiếng Anh)". */
export function expectedInWords(task: {
  readonly expectedOutput: string;
  readonly expectedCount: number;
  readonly outputKind: OutputKind;
  readonly rhythm: Rhythm;
  readonly languageNames: readonly string[];
}): string {
  const count = `${String(task.expectedCount).padStart(2, '0')} ${outputWords[task.outputKind]}`;
  const measure = [count, rhythmWords[task.rhythm]].filter((words) => words !== '').join(' ');
  const languages = task.languageNames.length === 0 ? '' : ` (${task.languageNames.join(', ')})`;
  return `${task.expectedOutput === '' ? '' : `${task.expectedOutput}: `}${measure}${languages}`;
}

/** What is still open, in words that a recipient can act on. */
export function openInWords(task: {
  readonly state: TaskState;
  readonly cell: CellState;
  readonly accepted: number;
  readonly waiting: number;
  readonly expectedCount: number;
  readonly dueOn: string | null;
  readonly today: string;
}): string {
  const begun = task.accepted + task.waiting > 0;
  const evidence = begun
    ? `đã nhận ${task.accepted}/${task.expectedCount} minh chứng${task.waiting > 0 ? `, ${task.waiting} đang chờ nhận` : ''}`
    : 'chưa có minh chứng';
  const answer = task.state === 'sent' ? 'Chưa phản hồi' : task.state === 'returned' ? 'Cần bổ sung' : 'Đã nhận việc';
  const days = task.dueOn === null ? 0 : (Date.parse(task.today) - Date.parse(task.dueOn)) / 86_400_000;
  return `${answer}; ${evidence}${days > 0 ? `; quá hạn ${days} ngày` : ''}`;
}
