import { readFileSync } from 'node:fs';
import { parseDirective } from '../../src/modules/directives/server/parser/parse-directive.ts';
import { median, report, timeOf } from './measure.ts';

/** The guidance, and a made text of 5,000 clauses; the baseline is a split of the same text into words. */
export async function benchParse(): Promise<void> {
  const guidance = readFileSync('data/guidance/huong-dan-2026.txt', 'utf8');
  const large = makeLargeText(5_000);
  for (const [name, text, aim] of [
    ['guidance parsed', guidance, '≤ 50 ms'],
    ['text of 5,000 clauses parsed', large, '≤ 1,500 ms'],
  ] as const) {
    const times: number[] = [];
    const words: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      times.push(await timeOf(() => parseDirective(text)));
      words.push(await timeOf(() => text.split(/\s+/)));
    }
    report(name, `${median(times).toFixed(1)} ms, ${(median(times) / median(words)).toFixed(0)} × word split`, aim);
  }
}

function makeLargeText(clauses: number): string {
  const lines = [
    'Số: 12/HD-SVHTTDL',
    'Lai Châu, ngày 05 tháng 01 năm 2026',
    'HƯỚNG DẪN Công tác thông tin đối ngoại năm 2026',
    'I. NỘI DUNG',
  ];
  for (let section = 1; section <= clauses / 50; section += 1) {
    lines.push(`${section}. Nội dung trọng tâm số ${section} của công tác thông tin đối ngoại`);
    for (let dash = 0; dash < 49; dash += 1) {
      lines.push(
        `- Tuyên truyền sâu rộng kết quả triển khai nhiệm vụ số ${dash} trên Cổng Thông tin đối ngoại tỉnh, trước ngày 15/3/2026.`,
      );
    }
  }
  return lines.join('\n\n');
}
