import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import type { StoryChannels } from '../channels.contract.ts';
import { channelUnknown, languageNotServed } from './channels.errors.ts';
import { canUseChannel } from './channels.policy.ts';
import {
  readChannelLanguages,
  readEditionChoice,
  readStoryChannels,
  readStoryEditions,
} from './channels.read-model.ts';
import { replaceEditionChannels } from './channels.repository.ts';

export interface ChannelChoice {
  readonly storyId: string;
  readonly editions: readonly {
    readonly editionId: string;
    readonly channels: readonly { readonly channelId: string; readonly dueAt: string | null }[];
  }[];
}

/** Chooses the channels of each edition. Our own site always takes part: what is live is live there. */
export async function chooseChannels(context: Context, input: ChannelChoice): Promise<StoryChannels> {
  return inTransaction(context, async (inside) => {
    const story = await readStoryEditions(inside, input.storyId);
    if (!canUseChannel(inside.actor, 'choose_channels', { channelOwnerUnitId: null, storyUnitId: story.storyUnitId }))
      throw notPermitted();
    const channels = await readChannelLanguages(inside.db);
    for (const choice of input.editions) {
      const edition = story.editions.find((one) => one.id === choice.editionId);
      if (!edition) throw notFound();
      const wanted = new Map(choice.channels.map((one) => [one.channelId, one.dueAt ? new Date(one.dueAt) : null]));
      for (const hosted of channels) {
        if (hosted.isHosted && hosted.languages.includes(edition.language) && !wanted.has(hosted.id))
          wanted.set(hosted.id, null);
      }
      for (const channelId of wanted.keys()) {
        const channel = channels.find((one) => one.id === channelId);
        if (!channel) throw channelUnknown({ channelId });
        if (!channel.languages.includes(edition.language))
          throw languageNotServed({ channelId, language: edition.language });
      }
      const before = await readEditionChoice(inside.db, { editionId: edition.id, language: edition.language });
      await replaceEditionChannels(inside.db, {
        editionId: edition.id,
        channels: [...wanted].map(([channelId, dueAt]) => ({ channelId, dueAt })),
      });
      await recordAudit(inside, {
        subjectKind: 'edition',
        subjectId: edition.id,
        action: 'channels.chosen',
        before: before.map((one) => one.channelId),
        after: [...wanted.keys()],
      });
    }
    return readStoryChannels(inside, input.storyId);
  });
}
