import { useEffect, useState } from 'react';
import { type LunarDate, type LunarTable, lunarDateOf, lunarTableSchema } from '../../platform/clock/lunar.ts';

let table: LunarTable | null = null;
let loading: Promise<LunarTable> | null = null;

// Comes after the first page: the table weighs as much as a page of the desk.
function load(): Promise<LunarTable> {
  loading ??= import('../../../data/vn-lunar-months-1968-2071.json').then((file) => {
    table = lunarTableSchema.parse(file.default);
    return table;
  });
  return loading;
}

/** The lunar date of a civil day; null until the table is there, and outside of it. */
export function useLunarDays(): (day: string) => LunarDate | null {
  const [known, setKnown] = useState(table);
  useEffect(() => {
    // Without the table the calendar still has its civil days.
    if (known === null) load().then(setKnown, () => undefined);
  }, [known]);
  return (day) => (known === null ? null : lunarDateOf(known, day));
}
