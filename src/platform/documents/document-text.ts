import type {
  DocumentBlock,
  DocumentForm,
  DocumentSignature,
  NumberAndSymbol,
  TextPiece,
} from './official-document.ts';
import { partyNumber, signingAuthority } from './party-form.ts';

// What XML 1.0 (2.2 Char) cannot carry, and signs that turn the reading direction, which could make a printed
// document read differently from its text.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed here
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** NFC, as TCVN 6909:2001 asks, without anything that a document may not hold. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(forbidden, '').normalize('NFC');
}

/** One line of text: every run of white space is one space. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}

export function upperCase(text: string): string {
  return oneLine(text).toLocaleUpperCase('vi');
}

const blank = '      ';

/** "Số: 05/BC-SVHTTDL"; annex I, II.3: a number below 10 has a 0 before it. */
export function formatNumberAndSymbol({ number, symbol }: NumberAndSymbol, form: DocumentForm = 'state'): string {
  if (form === 'party') return partyNumber({ number, symbol: oneLine(symbol) }, blank);
  return `Số: ${number === null ? blank : String(number).padStart(2, '0')}/${oneLine(symbol)}`;
}

/** "Lai Châu, ngày 05 tháng 01 năm 2026"; annex I, II.4: days below 10 and months 1 and 2 have a 0 before them. */
export function formatPlaceAndDate(input: {
  place: string;
  date: string | null;
  yearWhenUndated?: number | undefined;
}): string {
  const place = oneLine(input.place);
  if (input.date === null) return `${place}, ngày${blank}tháng${blank}năm ${input.yearWhenUndated ?? blank}`.trimEnd();
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(input.date);
  if (!parts) throw new RangeError(`not an ISO date: ${input.date}`);
  const month = Number(parts[2]);
  return `${place}, ngày ${parts[3]} tháng ${month <= 2 ? parts[2] : month} năm ${parts[1]}`;
}

/** "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC"; "Q. GIÁM ĐỐC"; "GIÁM ĐỐC" (annex I, II.6). */
export function formatSigningPost(
  { onBehalfOf, authority, headPost, post }: DocumentSignature,
  form: DocumentForm = 'state',
): string[] {
  if (onBehalfOf) {
    const collective = `${signingAuthority('TM.', form)} ${upperCase(onBehalfOf)}`;
    return [collective, ...formatSigningPost({ authority, headPost, post, name: null }, form)];
  }
  if (authority === null) return [upperCase(post)];
  const mark = signingAuthority(authority, form);
  if (headPost === null || authority === 'Q.') return [`${mark} ${upperCase(post)}`];
  return [`${mark} ${upperCase(headPost)}`, upperCase(post)];
}

function withoutDashAndStop(text: string): string {
  return oneLine(text)
    .replace(/^[-–]\s*/u, '')
    .replace(/[\s;.]+$/u, '');
}

/** A dash list as annex I wants it: "- …;" and a full stop after the last. */
export function formatDashList(items: readonly string[]): string[] {
  const texts = items.map(withoutDashAndStop).filter((text) => text !== '');
  return texts.map((text, index) => `- ${text}${index === texts.length - 1 ? '.' : ';'}`);
}

/** Nơi nhận (annex I, II.9b): "Như trên" first where the document has addressees, "Lưu: VT, …" last. */
export function formatRecipients(input: { recipients: readonly string[]; hasAddressees: boolean }): string[] {
  const texts = input.recipients.map(withoutDashAndStop).filter((text) => text !== '');
  const kept = texts.filter((text) => /^lưu\b/iu.test(text));
  const others = texts.filter((text) => !kept.includes(text) && !/^như trên$/iu.test(text));
  return formatDashList([
    ...(input.hasAddressees ? ['Như trên'] : []),
    ...others,
    ...(kept.length > 0 ? kept : ['Lưu: VT']),
  ]);
}

/** Căn cứ ban hành: each ends with a semicolon, the last with a full stop (annex I, II.6). */
export function formatBases(bases: readonly string[]): string[] {
  const texts = bases.map((base) => oneLine(base).replace(/[\s;.]+$/u, '')).filter((text) => text !== '');
  return texts.map((text, index) => `${text}${index === texts.length - 1 ? '.' : ';'}`);
}

/** "Phụ lục" alone, or "Phụ lục II" where there are several (annex I, III.1). */
export function formatAnnexLabel(index: number, count: number): string {
  return count === 1 ? 'Phụ lục' : `Phụ lục ${romanNumber(index + 1)}`;
}

const romanValues: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

export function romanNumber(value: number): string {
  const step = romanValues.find(([least]) => value >= least);
  return step ? step[1] + romanNumber(value - step[0]) : '';
}

const endMark = './.';

function endText(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(endMark) ? trimmed : `${trimmed.replace(/[\s.;,]+$/u, '')}${endMark}`;
}

function endPieces(pieces: readonly TextPiece[]): TextPiece[] {
  const last = pieces.at(-1);
  if (!last) return [{ text: endMark }];
  if (last.link) return [...pieces, { text: endMark }];
  return [...pieces.slice(0, -1), { ...last, text: endText(last.text) }];
}

/** The body with the end mark "./." after its last word; after a table the mark has a line of its own. */
export function markEnd(body: readonly DocumentBlock[]): DocumentBlock[] {
  const last = body.at(-1);
  const before = body.slice(0, -1);
  if (last?.kind === 'paragraph') return [...before, { ...last, runs: endPieces(last.runs) }];
  if (last?.kind === 'dash-list' && last.items.length > 0)
    return [...before, { ...last, items: [...last.items.slice(0, -1), endPieces(last.items.at(-1) ?? [])] }];
  if (last?.kind === 'note') return [...before, { ...last, text: endText(last.text) }];
  return [...body, { kind: 'paragraph', runs: [{ text: endMark }] }];
}
