import type { UnitRole } from '../../directives.parsed.ts';
import type { PhraseMatch } from './phrase-index.ts';
import { foldText } from './vietnamese-fold.ts';

const words: readonly (readonly [UnitRole, RegExp])[] = [
  ['lead', /(?:^|[^\p{L}])(?:giao|de nghi|yeu cau|phan cong|chu tri)(?!\p{L})/gu],
  ['supporting', /(?:^|[^\p{L}])(?:phoi hop|cung voi|voi su tham gia cua)(?!\p{L})/gu],
  ['named', /(?:^|[^\p{L}])(?:bao cao|gui|trinh|tham muu|giup|theo huong dan cua|theo chi dao cua)(?!\p{L})/gu],
  ['named', /(?:^|[^\p{L}])(?:(?<!(?:trach nhiem|nhiem vu) )cua|tai|thuoc|ve|tren dia ban|den)\s+$/gu],
];

/** What each unit that a wording names has to do with it, by the last word before it that says so in the same sentence. */
export function readRoles(text: string, units: readonly PhraseMatch[]): UnitRole[] {
  const folded = foldText(text);
  return units.map((unit) => {
    const sentence = Math.max(...['.', ';', ':'].map((sign) => folded.lastIndexOf(`${sign} `, unit.from - 1))) + 1;
    const before = folded.slice(sentence, unit.from);
    const last = words
      .flatMap(([role, pattern]) => [...before.matchAll(pattern)].map((match) => ({ role, at: match.index })))
      .reduce<{ role: UnitRole; at: number } | null>((one, other) => (one && one.at > other.at ? one : other), null);
    // "do Phòng TTBCXB chủ trì": what follows it says more than what stands before.
    if (/^[\s,]*(?:la don vi\s+|lam\s+)?chu tri(?!\p{L})/u.test(folded.slice(unit.to))) return 'lead';
    return last?.role ?? 'lead';
  });
}
