import { readKindHeading } from './document-kinds.ts';
import { readMarker } from './markers.ts';
import type { SourceLine } from './source-lines.ts';
import { isUpperCase } from './vietnamese-fold.ts';

export interface DocumentTail {
  readonly recipients: readonly string[];
  readonly signature: { readonly authority: string | null; readonly post: string | null; readonly name: string | null };
  readonly kinds: readonly ('recipients' | 'signature' | 'annex')[];
}

const recipientsLabel = /^Nơi nhận\s*:?\s*(.*)$/iu;
/** Nghị định 30/2020: TM. for a collective, Q. acting, KT. for the head, TL. by order, TUQ. by delegation. */
/** The Party writes T/M, K/T, T/L, T/UQ (Hướng dẫn 36-HD/VPTW). */
const authority = /^(?:(?:TM|KT|TL|TUQ|Q)\s*\.|(?:T\/M|K\/T|T\/L|T\/UQ)(?!\p{L}))/u;
const post =
  /^(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}|^(?:T\/M|K\/T|T\/L|T\/UQ)\s+\p{Lu}|^(?:PHÓ\s+|QUYỀN\s+)?(?:GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TỔNG BIÊN TẬP|CHÁNH THANH TRA|CHỦ TỌA|THƯ KÝ|NGƯỜI GHI BIÊN BẢN|VIỆN TRƯỞNG|CHÁNH ÁN|CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|BÍ THƯ|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|VỤ TRƯỞNG|HIỆU TRƯỞNG|THỦ TƯỚNG)(?!\p{L})/u;
const signingNote = /^\(?\s*(?:đã ký|ký tên|ký bởi|người ký|chữ ký|signed)/iu;
/** Cell 12 of annex I: who drafted it and how many copies go out, "PL.(300)". */
const draftingMark = /^\p{Lu}{1,6}\.?\s*\(\d{1,5}\)$/u;
const annexStart = /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?:[IVX]+|\d+))?\s*[.:]?$/iu;

const attachedTo = /^\(?\s*(?:Ban hành\s+)?kèm theo(?!\p{L})/iu;
const farthestNote = 6;

/** A regulation or plan that a decision issues stands after the signature, with the words "Ban hành kèm theo …". */
export function isAttachmentStart(lines: readonly SourceLine[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (annexStart.test(text)) return true;
  if (!isUpperCase(text) || post.test(text)) return false;
  const note = lines.slice(index + 1, index + 1 + farthestNote).findIndex((line) => attachedTo.test(line.text));
  if (note === -1) return false;
  const between = lines.slice(index + 1, index + 1 + note);
  return readKindHeading(text) !== null || between.every((line) => isUpperCase(line.text) && !post.test(line.text));
}

/** Where recipients or signature begin; the number of lines where there are none. */
export function findTail(lines: readonly SourceLine[], from: number): number {
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (/^Nơi nhận\s*:/iu.test(text) || /^Nơi nhận$/iu.test(text)) return index;
    if (isUpperCase(text) && post.test(text) && text.length < 80) return index;
  }
  return lines.length;
}

/** Recipients and signature stand side by side on the page, so their lines may come in any order, or two on one line. */
export function readTail(lines: readonly SourceLine[]): DocumentTail {
  const recipients: string[] = [];
  const signed: string[] = [];
  const kinds: ('recipients' | 'signature' | 'annex')[] = [];
  let current: 'recipients' | 'signature' | 'annex' = 'recipients';
  for (const [index, line] of lines.entries()) {
    if (current === 'annex' || isAttachmentStart(lines, index)) {
      current = 'annex';
      kinds.push('annex');
      continue;
    }
    const cells = line.wide.split(/\s{3,}|\t+/u).map((cell) => cell.replace(/\s+/gu, ' ').trim());
    const kindsOfCells = cells.filter((cell) => cell !== '').map((cell) => readCell(cell, current, recipients, signed));
    current = kindsOfCells[0] ?? current;
    kinds.push(current);
  }
  return { recipients: recipients.map(tidy).filter((name) => name !== ''), signature: readSignature(signed), kinds };
}

function readCell(cell: string, current: string, recipients: string[], signed: string[]): 'recipients' | 'signature' {
  const label = recipientsLabel.exec(cell);
  if (label !== null) {
    const rest = label[1] ?? '';
    if (rest !== '') (isUpperCase(rest) ? signed : recipients).push(rest);
    return 'recipients';
  }
  const marker = readMarker(cell);
  if (marker !== null && marker.key === null) {
    recipients.push(marker.rest);
    return 'recipients';
  }
  const isOpen = current === 'recipients' && recipients.length > 0 && !/[;.]$/u.test(recipients.at(-1) ?? '');
  if (isOpen && !isUpperCase(cell) && /^[\p{Ll}(]/u.test(cell)) {
    recipients.push(`${recipients.pop()} ${cell}`);
    return 'recipients';
  }
  signed.push(cell);
  return 'signature';
}

function tidy(name: string): string {
  return name.replace(/[;,.\s]+$/u, '').trim();
}

function readSignature(signed: readonly string[]): DocumentTail['signature'] {
  const capitals = signed.filter((line) => isUpperCase(line) && !signingNote.test(line) && !draftingMark.test(line));
  const onBehalf = capitals.filter((line) => authority.test(line));
  const plain = capitals.filter((line) => !authority.test(line));
  const names = signed.filter(
    (line) => !isUpperCase(line) && !signingNote.test(line) && /^\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*)+$/u.test(line),
  );
  return {
    authority: onBehalf.length === 0 ? null : onBehalf.join(' '),
    post: plain.length === 0 ? null : plain.join(' '),
    name: names.at(-1) ?? null,
  };
}
