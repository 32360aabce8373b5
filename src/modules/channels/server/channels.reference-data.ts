import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import './channels.tables.ts';

const channelFile = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    names: z.record(z.string(), z.string()),
    aliases: z.array(z.string()).default([]),
    hosted: z.boolean(),
    ownerUnitId: z.string(),
    languages: z.array(z.string()),
    source: z.string(),
  }),
);

/**
 * Loads data/channels.json where a channel is missing; what people changed since stays. The channels of II.1.a/1 are the
 * set that a story goes to by default. Channels of a group (the communes') are made by each unit itself, not here.
 */
export async function loadChannels(context: Context): Promise<void> {
  const path = new URL('../../../../data/channels.json', import.meta.url);
  const channels = channelFile.parse(JSON.parse(await readFile(path, 'utf8')));
  await context.db
    .insertInto('channel')
    .values(
      channels
        .filter((channel) => !channel.ownerUnitId.startsWith('group:'))
        .map((channel, position) => ({
          id: channel.id,
          kind: channel.kind,
          connector: channel.hosted ? 'site' : 'hand-delivery',
          is_hosted: channel.hosted,
          names: JSON.stringify(channel.names),
          owner_unit_id: channel.ownerUnitId,
          languages: channel.languages,
          settings: JSON.stringify({
            isDefault: channel.source.includes('II.1.a/1'),
            aliases: channel.aliases,
            source: channel.source,
          }),
          paused_at: null,
          position,
        })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
