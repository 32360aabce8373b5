import type { ParsedClause, ThemeMention, TimeMention } from '../../directives.parsed.ts';
import type { AssignmentRow } from './assignment-table.ts';
import { findOutputs, readOutputCell } from './outputs.ts';
import { findThemes } from './theme-names.ts';
import { findTimes } from './times.ts';

type Understanding = Pick<ParsedClause, 'dates' | 'times' | 'outputs' | 'dueOn' | 'rhythm' | 'expected'> & {
  themes: ThemeMention[];
};

/** When a clause is due, how often, what it is to bring and on which theme: proposals, each with the words it rests on. */
export function understandClause(text: string, row: AssignmentRow | null, year: number | null): Understanding {
  const own = findTimes(text, year);
  const found = row === null ? own : [...findTimes(row.time, year), ...own];
  const outputs = row === null ? findOutputs(text) : [...readOutputCell(row.output), ...findOutputs(text)];
  const [expected = null] = outputs;
  const times = found.map(({ text: words, kind, from, to, rhythm }) => ({ text: words, kind, from, to, rhythm }));
  return {
    // A day said by the moon is a day as well; a feast that is only named is none.
    dates: [...new Set(found.flatMap((time) => daysOf(time)))],
    times,
    outputs,
    themes: findThemes(text),
    dueOn: readDeadline(times, row !== null && row.time !== ''),
    rhythm: times.find((time) => time.rhythm !== null)?.rhythm ?? null,
    expected: expected === null ? null : { kind: expected.kind, count: expected.count },
  };
}

function daysOf({ kind, from, to }: TimeMention): string[] {
  if (kind === 'deadline' || kind === 'day') return to === null ? [] : [to];
  return kind === 'span' && from !== null && to !== null && isShort(from, to) ? [from, to] : [];
}

/** "từ ngày 01/3 đến ngày 15/3" names two days; "quý II" names none. */
function isShort(from: string, to: string): boolean {
  return !(from.endsWith('-01') && Number(to.slice(8)) >= 28);
}

/** A last day goes before the end of a span. A day alone is a deadline only in the column that says when. */
function readDeadline(times: readonly TimeMention[], isCell: boolean): string | null {
  const last = times.find((time) => time.kind === 'deadline' || (time.kind === 'recurring' && time.to !== null));
  if (last) return last.to;
  const first = times[0];
  if (isCell && (first?.kind === 'day' || first?.kind === 'span')) return first.to;
  return times.find((time) => time.kind === 'span' && !/^(?:trong\s+)?năm\s/iu.test(time.text))?.to ?? null;
}
