import type { ReportMatrixContent } from '../reports.contract.ts';
import type { PrintableMatrix } from './reports.document-input.ts';
import { stateWords } from './reports.words.ts';

type Counts = ReportMatrixContent['counts'];

/** What a reader of gaps looks for first. */
const orderOfNeed = ['late', 'empty', 'declined', 'running', 'idle'] as const satisfies readonly (keyof Counts)[];

function inWords(state: string): string {
  return stateWords[state] ?? state;
}

function small(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
}

/** “12/38” and, below it, what stands in the way of the rest. */
function communeWords(communes: Counts | null, total: number): string {
  if (communes === null) return '';
  const rest = orderOfNeed.filter((state) => communes[state] > 0);
  return [`${communes.done}/${total}`, ...rest.map((state) => `${communes[state]} ${small(inWords(state))}`)].join(
    '\n',
  );
}

/** Pure: every state as a word, since print has no colour to lean on. */
export function printMatrix(matrix: ReportMatrixContent, countedTo: string): PrintableMatrix {
  const { units, communeCount, counts, rows } = matrix;
  const asked = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const states = ['done', ...orderOfNeed] as const;
  const isBlank = (row: ReportMatrixContent['rows'][number]) =>
    row.communes === null && Object.keys(row.cells).length === 0;
  const parts = states.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${small(inWords(state))}`);
  return {
    countedTo,
    summary: asked === 0 ? '' : `${asked} phần việc (mỗi mục với một đơn vị là một phần việc): ${parts.join(', ')}.`,
    units: units.map(({ name }) => name),
    communeCount: rows.some((row) => row.communes !== null) ? communeCount : null,
    blankPaths: rows.filter(isBlank).map((row) => row.path),
    rows: rows
      .filter((row) => !isBlank(row))
      .map((row) => ({
        clausePath: row.path,
        clauseTitle: row.title,
        cells: units.map(({ id }) => {
          const cell = row.cells[id];
          if (cell === undefined || cell.state === 'none') return '';
          return cell.count > 0 ? `${inWords(cell.state)} (${cell.count})` : inWords(cell.state);
        }),
        communes: communeWords(row.communes, communeCount),
      })),
  };
}
