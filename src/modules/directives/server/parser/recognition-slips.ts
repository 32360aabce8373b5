import type { ParsedRepair } from '../../directives.parsed.ts';

interface SlipRule {
  readonly pattern: RegExp;
  readonly mend: (found: string) => string;
}

/** Letters that recognition of scanned Vietnamese confuses, only where the neighbours leave no doubt. */
const rules: readonly SlipRule[] = [
  {
    pattern:
      /(?<!\p{L})[Cc]ông(?:\/Trang(?!\p{L})|\s+(?:[Tt]hông tin(?=\s+(?:điện tử|đối ngoại|du lịch))|TTĐT|Du lịch thông minh))/gu,
    mend: replacing('ông', 'ổng'),
  },
  { pattern: /(?<!\p{L})Sớ\s+(?=\p{Lu})\p{L}+/gu, mend: replacing('Sớ', 'Sở') },
  { pattern: /(?<!\p{L})Uy ban(?!\p{L})/gu, mend: replacing('Uy', 'Ủy') },
  { pattern: /(?<!\p{L})Hướng dân\s+số/gu, mend: replacing('dân', 'dẫn') },
  { pattern: /(?<!\p{L})[Xx]ã hôi(?!\p{L})/gu, mend: replacing('hôi', 'hội') },
  { pattern: /(?<!\p{L})Nghi quyết(?!\p{L})/gu, mend: replacing('Nghi', 'Nghị') },
  { pattern: /(?<=ngày\s)[lI]\d(?=\/\d)/gu, mend: (found) => `1${found.slice(1)}` },
];

function replacing(before: string, after: string): (found: string) => string {
  return (found) => found.replace(before, after);
}

/** Slips proposed for mending. `at` and `before` are of the text as it came, even where its accents are decomposed. */
export function findRecognitionSlips(text: string): ParsedRepair[] {
  const composed = text.normalize('NFC');
  const origin = composed === text ? null : readOrigins(text);
  const place = (index: number): number => (origin === null ? index : (origin[index] ?? text.length));
  return rules
    .flatMap(({ pattern, mend }) =>
      [...composed.matchAll(pattern)].map((match): ParsedRepair => {
        const at = place(match.index);
        const before = text.slice(at, place(match.index + match[0].length));
        return { kind: 'recognition-slip', at, before, after: mend(match[0]) };
      }),
    )
    .sort((one, other) => one.at - other.at);
}

/** For each UTF-16 unit of the composed text, where it began in the text as it came. */
function readOrigins(text: string): number[] {
  const origins: number[] = [];
  for (const match of text.matchAll(/[\s\S]\p{M}*/gu)) {
    const composedLength = match[0].normalize('NFC').length;
    for (let unit = 0; unit < composedLength; unit += 1)
      origins.push(match.index + (composedLength === match[0].length ? unit : 0));
  }
  return origins;
}
