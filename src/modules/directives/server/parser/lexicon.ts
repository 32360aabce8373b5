import channelRows from '../../../../../data/channels.json' with { type: 'json' };
import unitRows from '../../../../../data/units.json' with { type: 'json' };
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';

/** Names of one unit or channel. Communes are known by their full name only: "Đoàn Kết" alone is an everyday word. */
export interface NamedRow {
  readonly id: string;
  readonly kind: string;
  readonly names: { readonly vi: string };
  readonly shortName?: { readonly vi: string };
  readonly aliases: readonly string[];
  readonly ownUnit?: boolean;
}

/** What the parser knows of the province. The shipped one is the default; a caller may hand in the units of its database. */
export interface Lexicon {
  readonly units: PhraseIndex;
  readonly channels: PhraseIndex;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly ownUnitIds: ReadonlySet<string>;
}

export function createLexicon(rows: { units: readonly NamedRow[]; channels: readonly NamedRow[] }): Lexicon {
  return {
    units: createPhraseIndex(rows.units.flatMap(phrasesOf)),
    channels: createPhraseIndex(rows.channels.flatMap(phrasesOf)),
    unitNames: new Map(rows.units.map((row) => [row.id, row.names.vi])),
    ownUnitIds: new Set(rows.units.filter((row) => row.ownUnit === true).map((row) => row.id)),
  };
}

function phrasesOf(row: NamedRow) {
  const isPlace = row.kind === 'commune' || row.kind === 'ward';
  const short = isPlace || row.shortName === undefined ? [] : [row.shortName.vi];
  return [row.names.vi, ...short, ...row.aliases].map((words) => ({ id: row.id, words, isAccentSensitive: isPlace }));
}

export const shippedLexicon: Lexicon = createLexicon({ units: unitRows, channels: channelRows });
