import { drawBar } from '../../../platform/documents/draw-bar.ts';
import type { ReportContent } from '../reports.contract.ts';
import type { ThemeChartRow } from './reports.document-input.ts';
import { stateWords } from './reports.words.ts';

/** In the order of the legend; each lighter or darker than its neighbour, since reports are printed in grey. */
const colours: readonly (readonly [state: string, colour: string])[] = [
  ['done', '#1f5a3c'],
  ['running', '#8fb0dd'],
  ['late', '#a3231b'],
  ['empty', '#e8cf8f'],
  ['idle', '#c3c8cf'],
  ['declined', '#6b7280'],
  ['none', '#e5e7eb'],
];

/** How the clauses of each theme stand, one bar a theme, all to one scale. */
export async function drawThemes(rows: ReportContent['rows']): Promise<ThemeChartRow[]> {
  const themes = Map.groupBy(rows, (row) => row.theme ?? '');
  const longest = Math.max(0, ...[...themes.values()].map((each) => each.length));
  return Promise.all(
    [...themes].map(async ([theme, members]) => {
      const parts = colours.map(([state, colour]) => ({
        state,
        colour,
        count: members.filter((row) => row.state === state).length,
      }));
      const words = parts
        .filter((part) => part.count > 0)
        .map((part) => `${(stateWords[part.state] ?? part.state).toLocaleLowerCase('vi')}: ${part.count}`)
        .join('; ');
      const bar = await drawBar({ parts, total: longest, alternative: `${theme || 'Nội dung khác'}: ${words}` });
      return { theme: theme || 'Nội dung khác', bar, words };
    }),
  );
}
