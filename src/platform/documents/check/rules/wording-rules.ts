import { type CheckRule, type RuleFinding, rule } from '../checked-rule.ts';
import type { DocumentZones } from '../document-zones.ts';
import type { CheckedDocument, CheckedParagraph } from '../docx-model.ts';
import { replaceAll, replaceText } from '../mend-format.ts';
import { doubleSpace, spaceBeforeMark, symbolSpaces } from '../safe-wordings.ts';

function textFindings(
  paragraphs: readonly CheckedParagraph[],
  { pattern, replacement, expected }: { pattern: RegExp; replacement: (found: string) => string; expected: string },
): RuleFinding[] {
  return paragraphs.flatMap((at) => {
    const [first] = [...at.text.matchAll(pattern)];
    if (!first) return [];
    const found = at.text.slice(Math.max(0, first.index - 12), first.index + first[0].length + 12).trim();
    return [{ at, found: `…${found}…`, expected, mend: () => replaceAll(at, pattern, replacement) }];
  });
}

/** Blanks that leave room for a number or a day are no slip. */
function ordinaryText({ paragraphs }: CheckedDocument, { number, date, annexBody }: DocumentZones): CheckedParagraph[] {
  const references = annexBody.filter(({ text }) => /^\s*\(Kèm theo/u.test(text));
  return paragraphs.filter(
    (one) => one.index !== number?.index && one.index !== date?.index && !references.includes(one),
  );
}

function notComposed({ paragraphs }: CheckedDocument): RuleFinding[] {
  return paragraphs.flatMap((at) =>
    at.text === at.text.normalize('NFC')
      ? []
      : [
          {
            at,
            found: 'dấu tiếng Việt rời (tổ hợp)',
            expected: 'Unicode dựng sẵn (TCVN 6909:2001)',
            mend: () => replaceText(at, 0, at.text.length, at.text.normalize('NFC')),
          },
        ],
  );
}

const capitals: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\p{Ll},;]\s)(Tỉnh|Xã|Huyện)(?=\s\p{Lu}\p{Ll})/gu, 'danh từ chung chỉ đơn vị hành chính viết thường'],
  [/(?<=[\p{Ll},;]\s)Phường(?=\s\p{Lu}\p{Ll})/gu, 'danh từ chung chỉ đơn vị hành chính viết thường'],
  [
    /(?<!\p{Lu}\S*\s|ủy ban\s|Ủy ban\s|công an\s|hội đồng\s|Hội đồng\s)(?<=\s)(nhân dân)(?=\s(các|cả|ta|Việt|lao))/gu,
    'Nhân dân viết hoa',
  ],
  [/(?<=\s)nhà nước(?=\s(ta|Việt|cộng|và))/gu, 'Nhà nước viết hoa'],
  [/(?<=\s)(thứ [2-7]\b)/gu, 'thứ trong tuần viết bằng chữ, viết hoa (thứ Hai)'],
  [/(?<=\s)thủ đô Hà Nội/gu, 'Thủ đô Hà Nội'],
  [/(?<=\s)Tết nguyên đán/gu, 'tết Nguyên đán'],
];

function capitalLetters(paragraphs: readonly CheckedParagraph[]): RuleFinding[] {
  return paragraphs.flatMap((at) =>
    capitals.flatMap(([pattern, expected]) =>
      [...at.text.matchAll(pattern)].map(({ index, 0: found }) => ({
        at,
        found: at.text.slice(index, index + found.length + 12).trim(),
        expected,
      })),
    ),
  );
}

function customary(paragraphs: readonly CheckedParagraph[], { pattern, shown }: { pattern: RegExp; shown: string }) {
  const used = paragraphs.filter(({ text }) => pattern.test(text));
  const [at] = used;
  if (!at) return [];
  return [{ at, found: `${shown} (${used.length} đoạn)`, expected: 'theo thông lệ; Nghị định chỉ nêu I., 1., a)' }];
}

const customarySource = 'Phụ lục I, phần II, khoản 6';

export const wordingRules: readonly CheckRule[] = [
  rule({ id: 'text.composed', source: 'Phụ lục I, phần I, khoản 4', forms: 'both', check: notComposed }),
  rule({
    id: 'text.double_space',
    source: 'Phụ lục I, phần I',
    forms: 'both',
    check: (document, zones) =>
      textFindings(ordinaryText(document, zones), {
        ...doubleSpace,
        expected: 'một dấu cách',
      }),
  }),
  rule({
    id: 'text.space_before_mark',
    source: 'Phụ lục I, phần I',
    forms: 'both',
    check: (document, zones) =>
      textFindings(ordinaryText(document, zones), {
        ...spaceBeforeMark,
        expected: 'không có dấu cách trước dấu câu',
      }),
  }),
  rule({
    id: 'text.symbol_spaces',
    source: 'Phụ lục I, phần II, khoản 3',
    forms: 'both',
    check: (_, { body, bases }) =>
      textFindings([...bases, ...body], {
        ...symbolSpaces,
        expected: 'không cách chữ giữa các nhóm của ký hiệu',
      }).filter(({ at }) => /(?<=số \d+)(?: \/|\/ |\/\S+ -|\/\S+- )/u.test(at?.text ?? '')),
  }),
  rule({
    id: 'text.capitals',
    severity: 'suggestion',
    source: 'Phụ lục II',
    forms: 'both',
    check: (_, { body, bases, annexBody }) => capitalLetters([...bases, ...body, ...annexBody]),
  }),
  rule({
    id: 'custom.decimal',
    severity: 'note',
    source: customarySource,
    check: (_, { body }) => customary(body, { pattern: /^\s*\d+(\.\d+)+\.?\s/u, shown: '1.1.' }),
  }),
  rule({
    id: 'custom.dash',
    severity: 'note',
    source: customarySource,
    check: (_, { body }) => customary(body, { pattern: /^\s*[-–]\s/u, shown: '-' }),
  }),
  rule({
    id: 'custom.plus',
    severity: 'note',
    source: customarySource,
    check: (_, { body }) => customary(body, { pattern: /^\s*\+\s/u, shown: '+' }),
  }),
];
