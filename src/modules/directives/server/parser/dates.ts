/** ISO date, or null where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2199 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

const numeric = String.raw`(?<!\d|[\/.-])(\d{1,2})([\/.-])(\d{1,2})\2(\d{4})(?!\d)`;
const spelt = String.raw`ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})`;
const dayAndMonth = String.raw`ngày\s+(\d{1,2})[\/-](\d{1,2})(?![\/.\-]?\d)`;
const anyDate = new RegExp(`${numeric}|${spelt}|${dayAndMonth}`, 'giu');

export interface FoundDate {
  readonly at: number;
  readonly iso: string;
}

/** Days named in a text, in order. A day and month alone ("ngày 15/3") take the year of the document. */
export function findDates(text: string, year: number | null): FoundDate[] {
  const found: FoundDate[] = [];
  if (!/\d/u.test(text)) return found;
  for (const match of text.matchAll(anyDate)) {
    const [day, month, ofYear] =
      match[1] !== undefined
        ? [match[1], match[3], match[4]]
        : match[5] !== undefined
          ? [match[5], match[6], match[7]]
          : [match[8], match[9], year];
    const iso = ofYear === null ? null : isoDate(Number(ofYear), Number(month), Number(day));
    if (iso !== null) found.push({ at: match.index, iso });
  }
  return found;
}
