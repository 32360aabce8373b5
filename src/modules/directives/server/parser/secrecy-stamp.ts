import type { SourceLine } from './source-lines.ts';

/** Stamps of Luật Bảo vệ bí mật nhà nước: TUYỆT MẬT, TỐI MẬT, MẬT. Blanks between letters are taken out first. */
const stamp = /^(?:TUYỆT|TỐI)?MẬT$/u;
const stampWithoutAccents = /^(?:TUYETMAT|TOIMAT)$/u;
const labelled = /(?:Độ|Mức độ|Mức)\s+mật\s*:?\s*[[(]?\s*(?:tuyệt mật|tối mật|mật)(?!\p{L})/iu;

/** Does the document bear a secrecy level? Words inside a sentence ("bảo vệ bí mật nhà nước") do not count. */
export function bearsSecrecyStamp(lines: readonly SourceLine[]): boolean {
  return lines.some((line) => labelled.test(line.text) || line.wide.split(/\s{3,}|\t+/u).some(isStamp));
}

function isStamp(cell: string): boolean {
  if (cell.length > 40) return false;
  const letters = cell.replace(/[^\p{L}]/gu, '');
  const capitals = letters.toUpperCase();
  if (stamp.test(capitals)) return /^\p{Lu}/u.test(letters);
  return stampWithoutAccents.test(withoutAccents(letters));
}

function withoutAccents(letters: string): string {
  return letters.normalize('NFD').replace(/\p{M}/gu, '');
}
