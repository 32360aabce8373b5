import type { CellState, Rhythm } from '../plan.shapes.contract.ts';

/** Days, both included (YYYY-MM-DD). */
export interface Period {
  readonly startsOn: string;
  readonly endsOn: string;
}
export type SteadyRhythm = 'weekly' | 'monthly' | 'quarterly';

export function isSteady(rhythm: Rhythm): rhythm is SteadyRhythm {
  return rhythm === 'weekly' || rhythm === 'monthly' || rhythm === 'quarterly';
}

/** Pure: the calendar week (from Monday), month or quarter that holds the day. */
export function periodAround(rhythm: SteadyRhythm, day: string): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (rhythm === 'weekly') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    const startsOn = addDays(day, -weekday);
    return { startsOn, endsOn: addDays(startsOn, 6) };
  }
  const length = rhythm === 'monthly' ? 1 : 3;
  const first = month - ((month - 1) % length);
  return {
    startsOn: dayOf(Date.UTC(year, first - 1, 1)),
    endsOn: dayOf(Date.UTC(year, first - 1 + length, 0)),
  };
}

/** Pure: the periods of a rhythm between two days, the first and the last cut to those days. */
export function periodsOf(input: { rhythm: Rhythm; from: string; to: string }): Period[] {
  const { rhythm, from, to } = input;
  if (!isSteady(rhythm)) return [];
  const periods: Period[] = [];
  for (let day = from; day <= to; ) {
    const { endsOn } = periodAround(rhythm, day);
    periods.push({ startsOn: day, endsOn: earlierDay(endsOn, to) });
    day = addDays(endsOn, 1);
  }
  return periods;
}

/** Pure: what a period shows. Past and short of what is due: late when begun, empty when nothing came. */
export function periodStateOf(input: {
  period: Period;
  expectedCount: number;
  accepted: number;
  waiting: number;
  today: string;
}): CellState {
  const { period, expectedCount, accepted, waiting, today } = input;
  if (accepted >= expectedCount) return 'done';
  if (period.startsOn > today) return 'idle';
  const isTouched = accepted + waiting > 0;
  if (period.endsOn < today) return isTouched ? 'late' : 'empty';
  return isTouched ? 'running' : 'empty';
}

/** Pure: `q1` … `q4` or `m1` … `m12` of a year, as the contract writes them. */
export function periodOfYear(year: number, period: string): Period {
  const number = Number(period.slice(1));
  const isQuarter = period.startsWith('q');
  const first = isQuarter ? number * 3 - 3 : number - 1;
  const length = isQuarter ? 3 : 1;
  return { startsOn: dayOf(Date.UTC(year, first, 1)), endsOn: dayOf(Date.UTC(year, first + length, 0)) };
}

export function earlierDay(one: string, other: string): string {
  if (one < other) return one;
  return other;
}

export function addDays(day: string, days: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
