import type { HeadingBlock } from './heading-block.ts';
import type { Lexicon } from './lexicon.ts';
import { foldText } from './vietnamese-fold.ts';

const speaks =
  /^[\s,]*(?:tinh lai chau\s+)?(?:huong dan|ban hanh|yeu cau|de nghi|xay dung|thong bao|trien khai|to chuc|bao cao)(?!\p{L})/u;

/** Who issued it: the agency above the number, else who speaks in the preamble, else the letters of the symbol. */
export function readIssuer(
  heading: HeadingBlock,
  preamble: readonly string[],
  lexicon: Lexicon,
): { name: string | null; unitId: string | null } {
  const above = lexicon.units.find(heading.agency).at(-1);
  if (above !== undefined) return { name: lexicon.unitNames.get(above.id) ?? null, unitId: above.id };
  if (heading.agency !== '') return { name: heading.agency, unitId: null };
  for (const paragraph of preamble) {
    const folded = foldText(paragraph);
    const speaker = lexicon.units.find(paragraph).find((unit) => speaks.test(folded.slice(unit.to)));
    if (speaker !== undefined) return { name: paragraph.slice(speaker.from, speaker.to), unitId: speaker.id };
  }
  const bySymbol = lexicon.units.find(heading.numberAndSymbol?.symbol ?? '').at(-1);
  return { name: lexicon.unitNames.get(bySymbol?.id ?? '') ?? null, unitId: bySymbol?.id ?? null };
}
