import { isoDate } from './dates.ts';

/** Number and symbol: `Số: 05/BC-SVHTTDL` of the state, `Số 28-HD/BTGDVTU` of the Party; either may be blank in a draft. */
const numberAndSymbol =
  /(?<!\p{L})Số\s*:?[\s.…_]*(\d{1,5})?[\s.…_]*(?:\/(?:19|20)\d\d)?[\s.…_]*[/-]\s*(\p{Lu}[\p{L}\d&]*(?:[-/,][\p{L}\d&]+)*)/u;
const placeAndDate = /(\p{Lu}[^,;:]{1,60}),\s*ngày([\s\d.…_/-]*)tháng([\s\d.…_/-]*)năm([\s\d.…_]*)/u;
const nationalLines =
  /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM/giu;

/** No line of a heading block is longer; the patterns above are not meant for more. */
const longestLine = 400;

export interface NumberAndSymbol {
  readonly number: number | null;
  readonly symbol: string;
}

export interface PlaceAndDate {
  readonly place: string;
  readonly date: string | null;
  readonly year: number | null;
  readonly isInvalid: boolean;
}

export function readNumberAndSymbol(line: string): NumberAndSymbol | null {
  const match = line.length > longestLine ? null : numberAndSymbol.exec(line);
  if (match?.[2] === undefined) return null;
  return { number: match[1] === undefined ? null : Number(match[1]), symbol: match[2] };
}

export function readPlaceAndDate(line: string): PlaceAndDate | null {
  if (line.length > longestLine) return null;
  const match = placeAndDate.exec(line.replace(numberAndSymbol, '').replace(nationalLines, ''));
  if (match?.[1] === undefined) return null;
  const [day, month, year] = [match[2], match[3], match[4]].map((part) => {
    const digits = part?.replace(/\D/gu, '') ?? '';
    return digits === '' ? null : Number(digits);
  });
  const isWhole = day != null && month != null && year != null;
  const date = isWhole ? isoDate(year, month, day) : null;
  return { place: match[1].trim(), date, year: year ?? null, isInvalid: isWhole && date === null };
}

/** What is left of a line of the heading block when the national name, the number and the date are taken away. */
export function withoutHeadingFields(line: string): string {
  if (line.length > longestLine) return line;
  return line.replace(nationalLines, ' ').replace(numberAndSymbol, ' ').replace(placeAndDate, ' ').trim();
}
