import type { RuleFinding } from '../checked-rule.ts';
import type { CheckedParagraph } from '../docx-model.ts';
import { setParagraph, setRun } from '../mend-format.ts';

export interface WantedFormat {
  readonly sizePt?: readonly [number, number];
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly centred?: boolean;
}

const half = (value: number) => String(value).replace('.', ',');

function differences(at: CheckedParagraph, wanted: WantedFormat): { found: string[]; expected: string[] } {
  const found: string[] = [];
  const expected: string[] = [];
  const runs = at.runs.filter(({ text }) => text.trim() !== '');
  const [least, most] = wanted.sizePt ?? [0, Number.POSITIVE_INFINITY];
  const size = runs.map(({ format }) => format.sizePt).find((sizePt) => sizePt < least || sizePt > most);
  if (size !== undefined) {
    found.push(`cỡ chữ ${half(size)}`);
    expected.push(`cỡ chữ ${least === most ? least : `${least}–${most}`}`);
  }
  if (wanted.bold !== undefined && runs.some(({ format }) => format.bold !== wanted.bold)) {
    found.push(wanted.bold ? 'không đậm' : 'chữ đậm');
    expected.push(wanted.bold ? 'chữ đậm' : 'không đậm');
  }
  if (wanted.italic !== undefined && runs.some(({ format }) => format.italic !== wanted.italic)) {
    found.push(wanted.italic ? 'kiểu chữ đứng' : 'kiểu chữ nghiêng');
    expected.push(wanted.italic ? 'kiểu chữ nghiêng' : 'kiểu chữ đứng');
  }
  if (wanted.centred && at.format.alignment !== 'center') {
    found.push('không canh giữa');
    expected.push('canh giữa');
  }
  return { found, expected };
}

/** How a component is set against how annex I wants it; a wrong format is always safe to mend. */
export function formatFindings(
  paragraphs: readonly (CheckedParagraph | undefined)[],
  wanted: WantedFormat,
): RuleFinding[] {
  return paragraphs.flatMap((at) => {
    if (!at) return [];
    const { found, expected } = differences(at, wanted);
    if (found.length === 0) return [];
    const [least, most] = wanted.sizePt ?? [null, null];
    const mend = () => {
      for (const run of at.runs) {
        const isWrongSize = least !== null && most !== null && (run.format.sizePt < least || run.format.sizePt > most);
        setRun(run, {
          ...(isWrongSize && { sizePt: run.format.sizePt < least ? least : most }),
          ...(wanted.bold !== undefined && { bold: wanted.bold }),
          ...(wanted.italic !== undefined && { italic: wanted.italic }),
        });
      }
      if (wanted.centred) setParagraph(at, { alignment: 'center' });
    };
    return [{ at, found: found.join(', '), expected: expected.join(', '), mend }];
  });
}

/** The text of a paragraph as it should be, from its first to its last letter; a mend unless told otherwise. */
export function wordingFinding(
  at: CheckedParagraph,
  expected: string,
  write: (paragraph: CheckedParagraph) => void,
): RuleFinding[] {
  return at.text.trim() === expected ? [] : [{ at, found: at.text.trim(), expected, mend: () => write(at) }];
}
