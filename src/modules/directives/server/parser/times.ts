import eventRows from '../../../../../data/calendar-events.json' with { type: 'json' };
import lunarRows from '../../../../../data/vn-lunar-months-1968-2071.json' with { type: 'json' };
import { civilDayOf, type LunarTable } from '../../../../platform/clock/lunar.ts';
import type { ClauseRhythm, TimeMention } from '../../directives.parsed.ts';
import { isoDate } from './dates.ts';
import { createPhraseIndex } from './phrase-index.ts';

type Found = TimeMention & { readonly at: number; readonly isLunar: boolean };
type Read = (match: RegExpExecArray, year: number | null) => Omit<Found, 'at' | 'text'> | null;

const lunar = lunarRows as unknown as LunarTable;
const day = String.raw`(?:ngày\s+|mùng\s+|mồng\s+)?(\d{1,2})(?:[\/.-](\d{1,2})|\s+tháng\s+(\d{1,2}))(?:(?:[\/.-]|\s+năm\s+)(\d{4}))?(?!\d)`;
const lead = String.raw`((?:hoàn thành\s+)?(?:trước|chậm nhất(?:\s+(?:là|vào|đến))?|muộn nhất|đến hết|hết|không quá|xong\s+trước)\s+(?:\d{1,2}\s*(?:giờ|h)\s*(?:\d{2})?[,\s]*)?)?`;
const again = '(?:hằng|hàng|mỗi)';
const rhythms: Readonly<Record<string, ClauseRhythm>> = {
  tuần: 'weekly',
  tháng: 'monthly',
  quý: 'quarterly',
  năm: 'yearly',
};
const quarters: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

/** Earlier patterns win where two of them read the same words. */
const patterns: readonly (readonly [RegExp, Read])[] = [
  [
    new RegExp(String.raw`${lead}${day}\s*\(?\s*(?:âm lịch|ÂL)(?!\p{L})\)?`, 'giu'),
    (match, year) => {
      const [dayOfMonth, month, ofYear] = [Number(match[2]), Number(match[3] ?? match[4]), Number(match[5] ?? year)];
      const civil = civilDayOf(lunar, { year: ofYear, month, isLeap: false, day: dayOfMonth });
      return civil === null ? null : { ...single(civil, match[1]), isLunar: true };
    },
  ],
  [
    new RegExp(String.raw`(?:từ|kể từ)\s+${day}\s*(?:đến|-|–)\s*(?:hết\s+)?${day}`, 'giu'),
    (match, year) => {
      const to = dateOf(match.slice(5, 9), year);
      const from = dateOf(match.slice(1, 5), to === null ? year : Number(to.slice(0, 4)));
      return from === null || to === null ? null : span(from, to);
    },
  ],
  [
    new RegExp(
      String.raw`(?:(?:trước|chậm nhất|vào|từ)\s+)?ngày\s+\d{1,2}(?:\s+(?:tháng\s+)?(?:của\s+)?tháng cuối)?\s+${again}\s+(tuần|tháng|quý)`,
      'giu',
    ),
    (match) => recurring(match[1]),
  ],
  [
    new RegExp(String.raw`(?:(?:trước|chậm nhất|vào|từ)\s+)?${day}\s+${again}\s+(năm)`, 'giu'),
    (match, year) => ({ ...recurring('năm'), to: dateOf([match[1], match[2], match[3], undefined], year) }),
  ],
  [
    new RegExp(String.raw`(?:định kỳ\s+)?${again}\s+(tuần|tháng|quý|năm)(?!\p{L})`, 'giu'),
    (match) => recurring(match[1]),
  ],
  [/định kỳ\s+(?:theo\s+)?(tuần|tháng|quý|năm)(?!\p{L})/giu, (match) => recurring(match[1])],
  [
    new RegExp(`${lead}${day.replace('(?:ngày\\s+|mùng\\s+|mồng\\s+)?', '(?:ngày\\s+)')}`, 'giu'),
    (match, year) => ofDay(dateOf(match.slice(2, 6), year), match[1]),
  ],
  [
    new RegExp(String.raw`${lead}(?<![\d\/.-])(\d{1,2})[\/.-](\d{1,2})[\/.-](\d{4})(?!\d)`, 'giu'),
    (match, year) => ofDay(dateOf([match[2], match[3], undefined, match[4]], year), match[1]),
  ],
  [
    /(?:(?:trong|hết|cuối)\s+)?quý\s+(I{1,3}|IV|[1-4])(?:\s*(?:,|và|-|đến)\s*(?:quý\s+)?(I{1,3}|IV|[1-4]))?(?![\p{L}\d])(?:\s*[/-]\s*|\s+năm\s+)?(\d{4})?/giu,
    (match, year) => {
      const ofYear = Number(match[3] ?? year);
      const first = quarters[(match[1] ?? '').toUpperCase()] ?? 0;
      const last = quarters[(match[2] ?? match[1] ?? '').toUpperCase()] ?? 0;
      if (match[3] === undefined && year === null) return span(null, null);
      return span(isoDate(ofYear, first * 3 - 2, 1), endOfMonth(ofYear, last * 3));
    },
  ],
  [
    /(?:trong\s+)?(?:6|06|sáu) tháng (đầu|cuối) năm(?:\s+(\d{4}))?/giu,
    (match, year) => {
      const ofYear = Number(match[2] ?? year);
      if (match[2] === undefined && year === null) return span(null, null);
      const isFirst = match[1]?.toLowerCase() === 'đầu';
      return span(isoDate(ofYear, isFirst ? 1 : 7, 1), endOfMonth(ofYear, isFirst ? 6 : 12));
    },
  ],
  [
    /(?<!\d\s{0,2}|ngày\s\d{1,2}\s)(?:trong\s+|hết\s+|cuối\s+)?tháng\s+(\d{1,2})(?!\d)(?:(?:\s*[/-]\s*|\s+năm\s+)(\d{4}))?/giu,
    (match, year) => {
      const month = Number(match[1]);
      if (month < 1 || month > 12 || (match[2] === undefined && year === null)) return null;
      const ofYear = Number(match[2] ?? year);
      return span(isoDate(ofYear, month, 1), endOfMonth(ofYear, month));
    },
  ],
  [
    /(?:trong\s+)?năm\s+(20\d\d)(?!\s*[-–]?\s*\d)/giu,
    (match) => span(isoDate(Number(match[1]), 1, 1), isoDate(Number(match[1]), 12, 31)),
  ],
];

/** No clause says more; each is compared with those before, so without an end a hostile text costs the square of its length. */
const mostTimes = 300;

/** What a text says of time, in its order, each with its words. A day without a year takes that of the document. */
export function findTimes(text: string, year: number | null): Found[] {
  const found: Found[] = [];
  const isFree = (from: number, to: number) => found.every((one) => to <= one.at || from >= one.at + one.text.length);
  if (/\d|quý|hằng|hàng|mỗi|định kỳ/iu.test(text)) {
    for (const [pattern, read] of patterns) {
      for (const match of text.matchAll(pattern)) {
        if (found.length >= mostTimes) break;
        const words = match[0].trimEnd();
        if (!isFree(match.index, match.index + words.length)) continue;
        const time = read(match, year);
        if (time !== null) found.push({ ...time, text: words, at: match.index });
      }
    }
  }
  for (const { id, from, to } of feasts().index.find(text)) {
    if (found.length >= mostTimes || !isFree(from, to)) continue;
    const on = feasts().dayOf(id, year);
    found.push({ kind: 'feast', from: on, to: on, rhythm: null, isLunar: false, text: text.slice(from, to), at: from });
  }
  return found.sort((one, other) => one.at - other.at);
}

function single(date: string, before: string | undefined): Omit<Found, 'at' | 'text' | 'isLunar'> {
  const isLast = before !== undefined && before !== '';
  return { kind: isLast ? 'deadline' : 'day', from: isLast ? null : date, to: date, rhythm: null };
}

function ofDay(date: string | null, before: string | undefined): Omit<Found, 'at' | 'text'> | null {
  return date === null ? null : { ...single(date, before), isLunar: false };
}

function span(from: string | null, to: string | null): Omit<Found, 'at' | 'text'> {
  return { kind: 'span', from, to, rhythm: null, isLunar: false };
}

function recurring(unit: string | undefined): Omit<Found, 'at' | 'text'> {
  return {
    kind: 'recurring',
    from: null,
    to: null,
    rhythm: rhythms[unit?.toLowerCase() ?? ''] ?? null,
    isLunar: false,
  };
}

function dateOf(parts: readonly (string | undefined)[], year: number | null): string | null {
  const [dayOfMonth, month, monthInWords, ofYear] = parts;
  const whole = ofYear ?? year;
  return whole === null || whole === undefined
    ? null
    : isoDate(Number(whole), Number(month ?? monthInWords), Number(dayOfMonth));
}

function endOfMonth(year: number, month: number): string | null {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

interface Feasts {
  readonly index: ReturnType<typeof createPhraseIndex>;
  dayOf(id: string, year: number | null): string | null;
}
let known: Feasts | null = null;

/** Feasts and days of remembrance by their names, with and without "Ngày" or "Lễ hội" before them. */
function feasts(): Feasts {
  known ??= readFeasts();
  return known;
}

function readFeasts(): Feasts {
  const rows = eventRows.events.filter((row) => row.kind !== 'diplomacy');
  const phrases = rows.flatMap((row) => {
    const name = row.title.vi.replace(/\s*\(.*\)$/u, '');
    const short = name.replace(/^(?:Ngày|Lễ hội|Lễ)\s+/u, '');
    return [...new Set([name, short])]
      .filter((words) => words.split(' ').length > 1)
      .map((words) => ({ id: row.id, words, isAccentSensitive: true }));
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    index: createPhraseIndex(phrases),
    dayOf(id, year) {
      const row = byId.get(id);
      if (row === undefined || year === null || row.month === null || row.day === null) return null;
      return row.calendar === 'lunar'
        ? civilDayOf(lunar, { year, month: row.month, isLeap: false, day: row.day })
        : isoDate(year, row.month, row.day);
    },
  };
}
