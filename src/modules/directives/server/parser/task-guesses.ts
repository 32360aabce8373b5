import type { ParsedClause } from '../../directives.parsed.ts';

export type Rhythm = 'once' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';

export interface ExpectedOutput {
  /** In Vietnamese, as a person reads it in the task. */
  readonly kind: string;
  readonly count: number;
}

const outputs: readonly (readonly [RegExp, string])[] = [
  [/quán triệt|vận động|phổ biến/iu, 'Hội nghị, văn bản quán triệt'],
  [/đăng tải|tin,\s*bài|chuyên trang|chuyên mục|sản phẩm truyền thông/iu, 'Tin, bài'],
  [/theo dõi|tổng hợp tình hình/iu, 'Báo cáo tổng hợp'],
  [/truyền thanh|mạng xã hội chính thống|trang thông tin điện tử/iu, 'Tin, bài phát trên các kênh'],
  [/cổ động trực quan/iu, 'Đợt tuyên truyền trực quan'],
  [/biểu diễn|triển lãm|chiếu phim|lưu động/iu, 'Buổi biểu diễn, chiếu phim, triển lãm'],
  [/thi đấu|giải/iu, 'Giải đấu, hoạt động thể thao'],
  [/hoạt động văn hóa|văn nghệ|thể dục|lễ hội|sự kiện/iu, 'Hoạt động, sự kiện'],
];

/** What a task might deliver, from the words of its clause; one for each channel that the clause names. */
export function guessOutput(text: string, channelCount: number): ExpectedOutput {
  const kind = outputs.find(([words]) => words.test(text))?.[1] ?? 'Kết quả thực hiện';
  return { kind, count: Math.max(1, channelCount) };
}

const rhythms: readonly (readonly [RegExp, Rhythm])[] = [
  [/(?:hằng|hàng) tuần/iu, 'weekly'],
  [/(?:hằng|hàng) tháng/iu, 'monthly'],
  [/(?:hằng|hàng) quý/iu, 'quarterly'],
  [/(?:hằng|hàng) năm/iu, 'yearly'],
  [/đăng tải|theo dõi|thường xuyên|tăng cường|chuyên mục/iu, 'monthly'],
];

export function guessRhythm(text: string): Rhythm {
  return rhythms.find(([words]) => words.test(text))?.[1] ?? 'once';
}

/** A day is a deadline only where the clause says so. */
export function guessDeadline(clause: ParsedClause): string | null {
  return /(?:trước|chậm nhất|hoàn thành|xong)[^.;]{0,40}ngày/iu.test(clause.text)
    ? (clause.dates.at(-1) ?? null)
    : null;
}
