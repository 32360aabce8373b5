import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedClause } from '../../directives.parsed.ts';
import { parseDirective } from './parse-directive.ts';

/** A clause as a person writes it: its label, its words, what stands beneath. */
interface Written {
  readonly label: string;
  readonly text: string;
  readonly children: readonly Written[];
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const letters = [...'abcdđeghiklmnopqrstuvxy'];
type Label = (index: number, above: string) => string;
const legal: readonly Label[] = [
  (index) => `Chương ${roman[index]}`,
  (index) => `Mục ${index + 1}`,
  (index) => `Điều ${index + 1}.`,
  (index) => `${index + 1}.`,
  (index) => `${letters[index]})`,
];
const plan: readonly Label[] = [
  (index) => `${roman[index]}.`,
  (index) => `${index + 1}.`,
  (index, above) => `${above}${index + 1}.`,
  (index) => `${letters[index]})`,
  () => '-',
  () => '+',
];

const sentence = fc
  .array(fc.constantFrom('tuyên truyền', 'thông tin', 'đối ngoại', 'địa phương', 'quảng bá', 'du lịch'), {
    minLength: 2,
    maxLength: 6,
  })
  .map((words) => `Đẩy mạnh ${words.join(' ')}`);

/** Trees in which each level that is used stands in its place; some levels are left out, as in real papers. */
function tree(styles: readonly Label[], isLegal: boolean): fc.Arbitrary<Written[]> {
  const level = (depth: number, above: string): fc.Arbitrary<Written[]> => {
    const style = styles[depth];
    if (style === undefined) return fc.constant([]);
    return fc
      .array(fc.tuple(sentence, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: depth === 4 ? 8 : 3 })
      .chain((items) =>
        fc.tuple(
          ...items.map(([text, deeper], index) => {
            const label = style(index, above);
            const isTitle = isLegal && depth < 2;
            const children =
              deeper === 0 && !isTitle ? fc.constant<Written[]>([]) : level(depth + 1, depth === 1 ? label : '');
            return children.map(
              (below): Written => ({ label, text: isTitle ? text.toUpperCase() : `${text}.`, children: below }),
            );
          }),
        ),
      );
  };
  return level(0, '');
}

function write(clauses: readonly Written[]): string[] {
  return clauses.flatMap(({ label, text, children }) => [
    /^(?:Chương|Mục)/u.test(label) ? `${label}\n${text}` : `${label} ${text}`,
    ...write(children),
  ]);
}
const read = (clauses: readonly ParsedClause[]): Written[] =>
  clauses.map(({ label, text, children }) => ({ label: label ?? '', text, children: read(children) }));
const parse = (lines: readonly string[]) =>
  parseDirective(`Thông tin đối ngoại ở địa phương năm nay như sau:\n\n${lines.join('\n\n')}\n`);

describe('the numbering of a document', () => {
  it.each([
    ['Chương, Mục, Điều, khoản, điểm', tree(legal, true)],
    ['I. 1. 1.1. a) - +', tree(plan, false)],
  ])('%s gives the tree that was written, without a report of gaps', (_name, trees) => {
    fc.assert(
      fc.property(trees, (written) => {
        const parsed = parse(write(written));
        expect(read(parsed.clauses)).toEqual(written);
        expect(parsed.warnings.filter((warning) => warning.code.startsWith('numbering'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('reports a number that is left out and one that comes twice, each once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 20 }),
        fc.nat(),
        fc.constantFrom('1', 'a'),
        fc.boolean(),
        (count, place, style, isRepeated) => {
          const at = 1 + (place % (count - 2));
          const labels = Array.from({ length: count }, (_, index) =>
            style === 'a' ? `${letters[index]})` : `${index + 1}.`,
          );
          const faulty = isRepeated
            ? [...labels.slice(0, at + 1), labels[at] ?? '', ...labels.slice(at + 1)]
            : labels.toSpliced(at, 1);
          const lines = faulty.map((label) => `${label} Tuyên truyền ở địa phương.`);
          const warnings = parse(style === 'a' ? ['1. Nhiệm vụ:', ...lines] : lines).warnings;
          expect(warnings.filter(({ code }) => code.startsWith('numbering')).map(({ code }) => code)).toEqual([
            isRepeated ? 'numbering-repeated' : 'numbering-gap',
          ]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('takes labels inside a quotation for words, whatever stands in it', () => {
    const quotedLine = fc.tuple(
      fc.constantFrom('Điều 7. ', '2. ', 'a) ', 'đ) ', '- ', 'III. ', ''),
      sentence.map((words) => `${words};`),
    );
    fc.assert(
      fc.property(fc.array(quotedLine, { minLength: 1, maxLength: 8 }), fc.boolean(), (lines, isInline) => {
        const quotation = `“${lines.map(([label, words]) => label + words).join('\n\n')}”.`;
        const intro = '1. Sửa đổi khoản 2 Điều 5 như sau:';
        const parsed = parse([
          ...(isInline ? [`${intro} ${quotation}`] : [intro, quotation]),
          '2. Tuyên truyền ở địa phương.',
        ]);
        expect(parsed.clauses.map((clause) => clause.path)).toEqual(['1', '2']);
        expect(parsed.clauses[0]?.children.length).toBe(isInline ? 0 : 1);
        expect(parsed.warnings.filter((warning) => warning.code.startsWith('numbering'))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('gives a paragraph without a label to the point before it, and after the end of a list to what stands above the list', () => {
    const parsed = parse([
      '1. Các kênh:',
      'a) Cổng thông tin;',
      'b) Mạng xã hội;',
      'Gồm cả trang của các đơn vị ở cơ sở.',
      'c) Báo chí.',
      'Các kênh trên hoạt động thường xuyên, đúng quy định.',
      '2. Kinh phí.',
    ]);
    const paths = (clauses: readonly ParsedClause[]): string[] =>
      clauses.flatMap((clause) => [clause.path, ...paths(clause.children)]);
    expect(paths(parsed.clauses)).toEqual(['1', '1.a', '1.b', '1.b/1', '1.c', '1/1', '2']);
  });
});
