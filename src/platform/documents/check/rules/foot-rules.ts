import { type CheckRule, type RuleFinding, rule } from '../checked-rule.ts';
import { bare, type DocumentZones } from '../document-zones.ts';
import type { CheckedParagraph } from '../docx-model.ts';
import { replaceText } from '../mend-format.ts';
import { formatFindings } from './format-finding.ts';

const annex = 'Phụ lục I, phần II';

function endMark({ body }: DocumentZones): RuleFinding[] {
  const at = body.at(-1);
  if (!at || /\.\/\.\s*$/u.test(at.text)) return [];
  const end = at.text.trimEnd().replace(/[.;,]+$/u, '').length;
  const mend = () => replaceText(at, end, at.text.length, './.');
  return [{ at, found: at.text.trim().slice(-20), expected: './. ở cuối văn bản', mend }];
}

function label({ recipientsLabel: at }: DocumentZones): RuleFinding[] {
  if (!at) return [{ at: null, found: 'không có', expected: 'Nơi nhận:' }];
  if (at.text.trim() === 'Nơi nhận:') return [];
  return [
    { at, found: at.text.trim(), expected: 'Nơi nhận:', mend: () => replaceText(at, 0, at.text.length, 'Nơi nhận:') },
  ];
}

const drafter = /^\s*\p{Lu}{1,6}\.?\s*\(\d+\)/u;

function listLines({ recipients }: DocumentZones): CheckedParagraph[] {
  return recipients.filter(({ text }) => !drafter.test(text));
}

function listMarks(zones: DocumentZones): RuleFinding[] {
  const lines = listLines(zones);
  return lines.flatMap((at, place) => {
    const text = at.text.trim();
    const inside = text.replace(/^[-–]?\s*/u, '').replace(/[\s;.,]+$/u, '');
    const dash = at.format.isNumbered ? '' : '- ';
    const expected = `${dash}${inside}${place === lines.length - 1 ? '.' : ';'}`;
    return text === expected
      ? []
      : [{ at, found: text, expected, mend: () => replaceText(at, 0, at.text.length, expected) }];
  });
}

function kept(zones: DocumentZones): RuleFinding[] {
  const lines = listLines(zones);
  const at = lines.at(-1);
  if (!zones.recipientsLabel || (at && /^\s*[-–]?\s*Lưu\s*:/u.test(at.text))) return [];
  return [
    { at: at ?? zones.recipientsLabel, found: at?.text.trim() ?? 'không có', expected: '- Lưu: VT, … (dòng cuối)' },
  ];
}

function asAbove(zones: DocumentZones): RuleFinding[] {
  const [at] = listLines(zones);
  if (zones.addressees.length === 0 || !at || /nhu tren/.test(bare(at.text))) return [];
  return [{ at, found: at.text.trim(), expected: '- Như trên; (dòng đầu, khi có Kính gửi)' }];
}

function authorityForm({ authority }: DocumentZones): RuleFinding[] {
  return authority.flatMap((at) => {
    const parts = /^\s*(TM|KT|TL|TUQ|Q)\s*[./,]?\s*(?=\p{Lu})/u.exec(at.text);
    if (!parts || !/^\s*(TM|KT|TL|TUQ|Q)(\s*[./,]|\s)/u.test(at.text)) return [];
    const expected = `${parts[1]}. `;
    if (parts[0].trimStart() === expected) return [];
    return [
      {
        at,
        found: at.text.trim(),
        expected: `${expected}…`,
        mend: () => replaceText(at, 0, parts[0].length, expected),
      },
    ];
  });
}

function authorityOrder({ authority: [first, second] }: DocumentZones): RuleFinding[] {
  if (!first || !/^\s*KT\./u.test(first.text) || /^\s*KT\.\s*(PHÓ|P\.)/u.test(first.text) === false) {
    const isDeputyAlone = first && /^\s*(PHÓ|P\.)\s*\p{Lu}/u.test(first.text) && !second;
    return isDeputyAlone ? [{ at: first, found: first.text.trim(), expected: 'KT. … trên chức vụ của cấp phó' }] : [];
  }
  return [{ at: first, found: first.text.trim(), expected: 'KT. và chức vụ của người đứng đầu' }];
}

const degree = /^\s*(GS|PGS|TS|ThS|CN|KS|BS|Tiến sĩ|Thạc sĩ|Giáo sư|Đ\/c|Ông|Bà)\b[.\s]/iu;

function signerName({ signerName: at }: DocumentZones): RuleFinding[] {
  const found = at ? degree.exec(at.text)?.[0].trim() : undefined;
  return at && found
    ? [{ at, found: at.text.trim(), expected: 'không ghi học hàm, học vị, danh hiệu trước họ tên' }]
    : [];
}

export const footRules: readonly CheckRule[] = [
  rule({ id: 'foot.end_mark', source: 'Phụ lục I, phần V', check: (_, zones) => endMark(zones) }),
  rule({ id: 'foot.recipients_label', source: `${annex}, khoản 9`, check: (_, zones) => label(zones) }),
  rule({
    id: 'foot.recipients_label_format',
    source: `${annex}, khoản 9`,
    check: (_, zones) => formatFindings([zones.recipientsLabel], { sizePt: [12, 12], bold: true, italic: true }),
  }),
  rule({
    id: 'foot.recipients_format',
    source: `${annex}, khoản 9`,
    check: (_, { recipients }) => formatFindings(recipients, { sizePt: [11, 11], bold: false, italic: false }),
  }),
  rule({ id: 'foot.recipients_marks', source: `${annex}, khoản 9`, check: (_, zones) => listMarks(zones) }),
  rule({ id: 'foot.kept', source: `${annex}, khoản 9`, check: (_, zones) => kept(zones) }),
  rule({ id: 'foot.as_above', source: `${annex}, khoản 9`, check: (_, zones) => asAbove(zones) }),
  rule({ id: 'foot.authority', source: `${annex}, khoản 7`, check: (_, zones) => authorityForm(zones) }),
  rule({
    id: 'foot.authority_order',
    severity: 'suggestion',
    source: `${annex}, khoản 7`,
    check: (_, zones) => authorityOrder(zones),
  }),
  rule({
    id: 'foot.authority_format',
    source: `${annex}, khoản 7`,
    check: (_, { authority }) => formatFindings(authority, { sizePt: [13, 14], bold: true, italic: false }),
  }),
  rule({
    id: 'foot.name_format',
    source: `${annex}, khoản 7`,
    check: (_, zones) => formatFindings([zones.signerName], { sizePt: [13, 14], bold: true, italic: false }),
  }),
  rule({
    id: 'foot.name_titles',
    severity: 'suggestion',
    source: `${annex}, khoản 7`,
    check: (_, zones) => signerName(zones),
  }),
];
