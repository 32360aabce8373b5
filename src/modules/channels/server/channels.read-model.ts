import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { StoryChannels } from '../channels.contract.ts';
import type { Connector } from '../channels.port.ts';
import type { Channel } from '../channels.shapes.contract.ts';
import { canUseChannel } from './channels.policy.ts';
import type { ChannelRow } from './channels.repository.ts';
import './channels.tables.ts';
// Joins tables of organisation (unit) and newsroom (story, edition, revision).

/** All channels in their order, with what the person may do. A province has some tens. */
export async function readChannels(context: Context, connectors: readonly Connector[]): Promise<Channel[]> {
  const rows = await context.db
    .selectFrom('channel')
    .innerJoin('unit', 'unit.id', 'channel.owner_unit_id')
    .selectAll('channel')
    .select('unit.names as owner_names')
    .orderBy('channel.position')
    .orderBy('channel.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    connector: row.connector,
    isHosted: row.is_hosted,
    isDefault: isDefault(row),
    needsPerson: needsPerson(row.connector, connectors),
    names: row.names,
    ownerUnitId: row.owner_unit_id,
    ownerUnitNames: row.owner_names,
    languages: row.languages,
    pausedAt: row.paused_at?.toISOString() ?? null,
    version: row.version,
    abilities: {
      pause: canUseChannel(context.actor, 'pause_channel', {
        channelOwnerUnitId: row.owner_unit_id,
        storyUnitId: null,
      }),
    },
  }));
}

export function needsPerson(kind: string, connectors: readonly Connector[]): boolean {
  return connectors.find((connector) => connector.kind === kind)?.needsPerson ?? true;
}

function isDefault(row: Pick<ChannelRow, 'settings'>): boolean {
  return row.settings.isDefault === true;
}

/** The channels that an edition goes to: those chosen, else the default set, always with our own site; by language. */
export async function readEditionChoice(
  db: Database,
  input: { editionId: string; language: string },
): Promise<{ channelId: string; dueAt: Date | null; isChosen: boolean }[]> {
  const channels = await db.selectFrom('channel').selectAll().orderBy('position').orderBy('id').execute();
  const chosen = await db.selectFrom('edition_channel').selectAll().where('edition_id', '=', input.editionId).execute();
  const dueOf = new Map(chosen.map((one) => [one.channel_id, one.due_at]));
  return channels
    .filter((row) => row.languages.includes(input.language))
    .filter((row) => row.is_hosted || (chosen.length > 0 ? dueOf.has(row.id) : isDefault(row)))
    .map((row) => ({ channelId: row.id, dueAt: dueOf.get(row.id) ?? null, isChosen: chosen.length > 0 }));
}

export async function readChannelLanguages(
  db: Database,
): Promise<{ id: string; languages: string[]; isHosted: boolean }[]> {
  return db
    .selectFrom('channel')
    .select(['id', 'languages', 'is_hosted as isHosted'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export interface StoryEditions {
  readonly storyUnitId: string;
  readonly title: string;
  readonly editions: readonly { readonly id: string; readonly language: string; readonly isLive: boolean }[];
}

/** Who may read the story reads its channels; unknown and hidden look the same. */
export async function readStoryEditions(context: Context, storyId: string): Promise<StoryEditions> {
  const story = await context.db
    .selectFrom('story')
    .select(['id', 'unit_id', 'working_title'])
    .where('id', '=', storyId)
    .executeTakeFirst();
  if (!story) throw notFound();
  if (!canUseChannel(context.actor, 'read_delivery', { channelOwnerUnitId: null, storyUnitId: story.unit_id }))
    throw notFound();
  const editions = await context.db
    .selectFrom('edition')
    .select(['id', 'language', 'public_state'])
    .where('story_id', '=', storyId)
    .orderBy('created_at')
    .execute();
  return {
    storyUnitId: story.unit_id,
    title: story.working_title,
    editions: editions.map((edition) => ({
      id: edition.id,
      language: edition.language,
      isLive: edition.public_state === 'live' || edition.public_state === 'withdrawn',
    })),
  };
}

export async function readStoryChannels(context: Context, storyId: string): Promise<StoryChannels> {
  const story = await readStoryEditions(context, storyId);
  const channels = await readChannelLanguages(context.db);
  const editions: StoryChannels['editions'] = [];
  for (const edition of story.editions) {
    const choice = await readEditionChoice(context.db, { editionId: edition.id, language: edition.language });
    const taken = new Map(choice.map((one) => [one.channelId, one]));
    editions.push({
      editionId: edition.id,
      language: edition.language,
      isChosen: choice.some((one) => one.isChosen),
      isLive: edition.isLive,
      channels: channels.map((channel) => ({
        channelId: channel.id,
        isTaken: taken.has(channel.id),
        isFixed: channel.isHosted,
        fits: channel.languages.includes(edition.language),
        dueAt: taken.get(channel.id)?.dueAt?.toISOString() ?? null,
      })),
    });
  }
  const abilities = {
    choose: canUseChannel(context.actor, 'choose_channels', {
      channelOwnerUnitId: null,
      storyUnitId: story.storyUnitId,
    }),
  };
  return { storyId, title: story.title, editions, abilities };
}
