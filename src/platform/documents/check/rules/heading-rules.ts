import { type CheckRule, type RuleFinding, rule } from '../checked-rule.ts';
import { type DocumentZones, documentKinds, upper } from '../document-zones.ts';
import type { CheckedParagraph } from '../docx-model.ts';
import { replaceText } from '../mend-format.ts';
import { formatFindings, wordingFinding } from './format-finding.ts';

const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';
const writeWhole = (text: string) => (at: CheckedParagraph) => replaceText(at, 0, at.text.length, text);
const missing = (expected: string): RuleFinding[] => [{ at: null, found: 'không có', expected }];

function number({ number: at }: DocumentZones): RuleFinding[] {
  if (!at) return missing('Số: …/…-…');
  const parts = /^\s*Số\s*:?\s*([\d….\s]*?)\s*([/-])\s*(.*?)\s*$/iu.exec(at.text);
  if (!parts) return [{ at, found: at.text.trim(), expected: 'Số: …/…-…' }];
  const [, given = '', , symbol = ''] = parts;
  const digits = given.replace(/\D/g, '');
  // A number not yet given leaves room, however wide the room is.
  const wanted = digits === '' ? given.replace(/^\s+|\s+$/g, '') : String(Number(digits)).padStart(2, '0');
  const expected = `Số: ${wanted}/${symbol.replace(/\s*([/-])\s*/g, '$1')}`;
  const isBlank = digits === '' && /^Số:\s*[….\s]*\/\S+$/u.test(at.text.trim());
  return isBlank ? [] : wordingFinding(at, expected, writeWhole(expected));
}

function symbolCase({ number: at }: DocumentZones): RuleFinding[] {
  const symbol = at?.text.split('/').slice(1).join('/').trim() ?? '';
  const [kind = '', ...rest] = symbol.split('-');
  if (!at || symbol === '' || rest.length === 0) return [];
  const known = [...documentKinds.values()].find((code) => code !== null && upper(code) === upper(kind));
  const expected = [known ?? upper(kind), ...rest.map(upper)].join('-');
  const mend = () => replaceText(at, at.text.indexOf(symbol), at.text.indexOf(symbol) + symbol.length, expected);
  return symbol === expected ? [] : [{ at, found: symbol, expected, mend }];
}

function symbolOfKind({ kind, number: at }: DocumentZones): RuleFinding[] {
  const code = kind ? documentKinds.get(upper(kind.text)) : null;
  const symbol = at?.text.split('/')[1]?.trim() ?? '';
  if (!at || !code || symbol === '' || upper(symbol.split('-')[0] ?? '') === upper(code)) return [];
  return [{ at, found: symbol, expected: `${code}-…` }];
}

function placeAndDate({ date: at }: DocumentZones): RuleFinding[] {
  if (!at) return missing('…, ngày … tháng … năm …');
  const parts = /^\s*(.*?)\s*,?\s*ngày\s*(\d*)[\s….]*tháng\s*(\d*)[\s….]*năm\s*(\d*)[\s….]*$/iu.exec(at.text);
  if (!parts) return [{ at, found: at.text.trim(), expected: '…, ngày … tháng … năm …' }];
  const [, place = '', day = '', month = '', year = ''] = parts;
  if (day === '' || month === '') {
    const isComma = /,\s*ngày/u.test(at.text);
    return isComma ? [] : [{ at, found: at.text.trim(), expected: `${place}, ngày … tháng … năm ${year}` }];
  }
  const monthText = Number(month) <= 2 ? month.padStart(2, '0') : String(Number(month));
  const expected = `${place}, ngày ${day.padStart(2, '0')} tháng ${monthText} năm ${year}`;
  return wordingFinding(at, expected, writeWhole(expected));
}

function kindIsKnown({ kind, letterSubject }: DocumentZones): RuleFinding[] {
  return kind || letterSubject.length > 0 ? [] : missing('tên loại theo Phụ lục III, hoặc V/v … đối với công văn');
}

function letterSubjectOnly({ kind, letterSubject }: DocumentZones): RuleFinding[] {
  const [at] = letterSubject;
  return kind && at ? [{ at, found: at.text.trim(), expected: 'chỉ công văn mới ghi V/v' }] : [];
}

function letterMark({ letterSubject: [at] }: DocumentZones): RuleFinding[] {
  const found = /^\s*\S+/u.exec(at?.text ?? '')?.[0] ?? '';
  if (!at || found.trim() === 'V/v') return [];
  const end = /^\s*v\s*\/?\s*v\s*:?\s*/iu.exec(at.text)?.[0].length ?? 0;
  return [{ at, found: found.trim(), expected: 'V/v', mend: () => replaceText(at, 0, end, 'V/v ') }];
}

const named = /^\s*(Tờ trình|Báo cáo|Giấy mời|Công điện|Phiếu)/iu;

function addressed({ addressees: [at], kind }: DocumentZones): RuleFinding[] {
  if (!at || !kind || named.test(kind.text)) return [];
  return [{ at, found: at.text.trim(), expected: 'Kính gửi chỉ có trong tờ trình, báo cáo gửi cấp trên và công văn' }];
}

function agencyCase({ agencies }: DocumentZones): RuleFinding[] {
  return agencies.flatMap((at) => wordingFinding(at, upper(at.text), writeWhole(upper(at.text))));
}

/** The issuing agency stands last and bold; its superior above it is not bold, which the eye of a person tells apart. */
function agencyWeight({ agencies }: DocumentZones): RuleFinding[] {
  return formatFindings([agencies.at(-1)], { bold: true });
}

function rules(paragraphs: readonly CheckedParagraph[], { motto: at }: DocumentZones): RuleFinding[] {
  if (!at) return [];
  const { cell, index } = at;
  const near = paragraphs.filter((one) =>
    cell ? one.cell?.table === cell.table && one.cell.row === cell.row : one.index <= index + 2,
  );
  if (near.some(({ format, hasDrawing }) => format.hasRule || hasDrawing)) return [];
  return [{ at, found: 'không thấy đường kẻ', expected: 'đường kẻ ngang, nét liền, dài bằng dòng chữ' }];
}

const annex = 'Phụ lục I, phần II';

export const headingRules: readonly CheckRule[] = [
  rule({
    id: 'heading.national_name',
    source: `${annex}, khoản 1`,
    check: (_, { title }) =>
      title ? wordingFinding(title, nationalName, writeWhole(nationalName)) : missing(nationalName),
  }),
  rule({
    id: 'heading.national_name_format',
    source: `${annex}, khoản 1`,
    check: (_, { title }) => formatFindings([title], { sizePt: [12, 13], bold: true, italic: false, centred: true }),
  }),
  rule({
    id: 'heading.motto',
    source: `${annex}, khoản 1`,
    check: (_, zones) => (zones.motto ? wordingFinding(zones.motto, motto, writeWhole(motto)) : missing(motto)),
  }),
  rule({
    id: 'heading.motto_format',
    source: `${annex}, khoản 1`,
    check: (_, zones) => formatFindings([zones.motto], { sizePt: [13, 14], bold: true, italic: false, centred: true }),
  }),
  rule({ id: 'heading.agency_case', source: `${annex}, khoản 2`, check: (_, zones) => agencyCase(zones) }),
  rule({
    id: 'heading.agency_format',
    source: `${annex}, khoản 2`,
    check: (_, { agencies }) => formatFindings(agencies, { sizePt: [12, 13], italic: false, centred: true }),
  }),
  rule({ id: 'heading.agency_weight', source: `${annex}, khoản 2`, check: (_, zones) => agencyWeight(zones) }),
  rule({ id: 'heading.number', source: `${annex}, khoản 3`, check: (_, zones) => number(zones) }),
  rule({ id: 'heading.symbol_case', source: `${annex}, khoản 3`, check: (_, zones) => symbolCase(zones) }),
  rule({ id: 'heading.symbol_kind', source: 'Phụ lục III', check: (_, zones) => symbolOfKind(zones) }),
  rule({
    id: 'heading.number_format',
    source: `${annex}, khoản 3`,
    check: (_, zones) => formatFindings([zones.number], { sizePt: [13, 13], bold: false, italic: false }),
  }),
  rule({ id: 'heading.date', source: `${annex}, khoản 4`, check: (_, zones) => placeAndDate(zones) }),
  rule({
    id: 'heading.date_format',
    source: `${annex}, khoản 4`,
    check: (_, { date }) => formatFindings([date], { sizePt: [13, 14], bold: false, italic: true }),
  }),
  rule({ id: 'heading.kind', source: `${annex}, khoản 5; Phụ lục III`, check: (_, zones) => kindIsKnown(zones) }),
  rule({
    id: 'heading.kind_case',
    source: `${annex}, khoản 5`,
    check: (_, { kind }) => (kind ? wordingFinding(kind, upper(kind.text), writeWhole(upper(kind.text))) : []),
  }),
  rule({
    id: 'heading.kind_format',
    source: `${annex}, khoản 5`,
    check: (_, { kind }) => formatFindings([kind], { sizePt: [13, 14], bold: true, italic: false, centred: true }),
  }),
  rule({
    id: 'heading.subject_format',
    source: `${annex}, khoản 5`,
    check: (_, { subject }) => formatFindings(subject, { sizePt: [13, 14], bold: true, italic: false, centred: true }),
  }),
  rule({
    id: 'heading.letter_subject_only',
    source: `${annex}, khoản 5`,
    check: (_, zones) => letterSubjectOnly(zones),
  }),
  rule({ id: 'heading.letter_mark', source: `${annex}, khoản 5`, check: (_, zones) => letterMark(zones) }),
  rule({
    id: 'heading.letter_subject_format',
    source: `${annex}, khoản 5`,
    check: (_, { letterSubject }) => formatFindings(letterSubject, { sizePt: [12, 13], bold: false, italic: false }),
  }),
  rule({
    id: 'heading.addressees',
    severity: 'suggestion',
    source: `${annex}, khoản 9`,
    check: (_, zones) => addressed(zones),
  }),
  rule({
    id: 'heading.addressees_missing',
    source: `${annex}, khoản 9`,
    check: (_, { isLetter, addressees }) => (isLetter && addressees.length === 0 ? missing('Kính gửi: …') : []),
  }),
  rule({
    id: 'heading.addressees_format',
    source: `${annex}, khoản 9`,
    check: (_, { addressees }) => formatFindings(addressees, { sizePt: [13, 14], bold: false, italic: false }),
  }),
  rule({
    id: 'heading.rules',
    severity: 'suggestion',
    source: `${annex}, khoản 1, 2 và 5`,
    check: ({ paragraphs }, zones) => rules(paragraphs, zones),
  }),
];
