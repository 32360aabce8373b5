import type { Addressed } from './clause-tree.ts';
import type { Lexicon } from './lexicon.ts';
import { foldText } from './vietnamese-fold.ts';

/** A công văn or công điện that asks for something ("… đề nghị các cơ quan, đơn vị:") speaks to those it is sent to. */
export function readAddressed(options: {
  kind: string | null;
  addressees: readonly string[];
  preamble: readonly string[];
  lexicon: Lexicon;
}): Addressed | null {
  const { kind, addressees, preamble, lexicon } = options;
  if (kind !== null && kind !== 'CĐ') return null;
  const asks = /(?:de nghi|yeu cau|giao)[^.]*:$/u.exec(foldText(preamble.at(-1) ?? ''));
  if (asks === null) return null;
  const units = addressees.flatMap((name) =>
    lexicon.units
      .find(name)
      .map(({ id, from, to }) => ({ text: name.slice(from, to), unitId: id, role: 'lead' as const })),
  );
  if (units.length === 0) return null;
  const isOwn = units.every((unit) => lexicon.ownUnitIds.has(unit.unitId));
  return { units, mode: isOwn && !asks[0].startsWith('de nghi') ? 'assigned' : 'requested' };
}
