import channelRows from '../../../../data/channels.json' with { type: 'json' };

export interface ChannelName {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The channels that a directive can name: the register that ships with the program, the same that the parser reads by.
 * The module `channels` stands later in the order, so its table is out of reach here.
 */
export const channelNames: readonly ChannelName[] = channelRows.map(({ id, names }) => ({ id, names }));

const known = new Set(channelNames.map((channel) => channel.id));

export function isKnownChannel(id: string): boolean {
  return known.has(id);
}
