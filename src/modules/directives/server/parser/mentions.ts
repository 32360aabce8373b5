import type { ChannelMention, UnitMention, UnitRole } from '../../directives.parsed.ts';
import type { PhraseMatch } from './phrase-index.ts';

/**
 * Units and channels that a clause names. The website of the department names the department too, and the provincial
 * portal is a partner and a channel: in a heading that charges somebody the unit counts, anywhere else the channel.
 */
export function readMentions(options: {
  /** What each of the units has to do with the wording; in the same order. */
  roles: readonly UnitRole[];
  text: string;
  units: readonly PhraseMatch[];
  channels: readonly PhraseMatch[];
  isCharge: boolean;
}): { units: UnitMention[]; channels: ChannelMention[] } {
  const { text, units, channels, isCharge } = options;
  const roleOf = new Map(units.map((unit, index) => [unit, options.roles[index] ?? 'lead']));
  const keptUnits = isCharge ? units : units.filter((unit) => !overlapsAny(unit, channels));
  const keptChannels = isCharge ? channels.filter((channel) => !overlapsAny(channel, units)) : channels;
  return {
    units: firstOfEach(keptUnits).map((unit) => ({
      text: text.slice(unit.from, unit.to),
      unitId: unit.id,
      role: roleOf.get(unit) ?? 'lead',
    })),
    channels: firstOfEach(keptChannels).map(({ id, from, to }) => ({ text: text.slice(from, to), channelId: id })),
  };
}

function overlapsAny(match: PhraseMatch, others: readonly PhraseMatch[]): boolean {
  return others.some((other) => match.from < other.to && other.from < match.to);
}

function firstOfEach(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const seen = new Set<string>();
  return matches.filter((match) => !seen.has(match.id) && seen.add(match.id) !== undefined);
}
