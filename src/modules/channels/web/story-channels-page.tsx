import { Button, Checkbox, Group } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../../platform/i18n/language-name.ts';
import { announce } from '../../../platform/ui/announce.ts';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { EmptyState, FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  chooseStoryChannels,
  listChannels,
  listDeliveries,
  readStoryChannels,
  type StoryChannels,
} from '../channels.contract.ts';
import type { Channel } from '../channels.shapes.contract.ts';
import styles from './channels.module.css';
import { DeliveryChip } from './delivery-state.tsx';
import { useName } from './use-name.ts';

/** Which edition goes to which channel, and where each already stands. */
export function StoryChannelsPage() {
  const t = useText('channels');
  const { storyId = '' } = useParams({ strict: false }) as { storyId?: string };
  const story = useEndpoint(readStoryChannels, { params: { storyId } });
  const channels = useEndpoint(listChannels);
  return (
    <Page
      title={t('choose.title')}
      lead={story.data?.title}
      crumbs={[{ label: t('board.title'), path: '/channels' }]}
      width="text"
    >
      <QueryStates query={story}>
        {(data) => (
          <QueryStates query={channels}>
            {(known) =>
              data.editions.length === 0 ? (
                <EmptyState title={t('choose.no_edition')} />
              ) : (
                <Chooser story={data} channels={known.channels} />
              )
            }
          </QueryStates>
        )}
      </QueryStates>
      <StoryDeliveries storyId={storyId} />
    </Page>
  );
}

function Chooser({ story, channels }: { readonly story: StoryChannels; readonly channels: readonly Channel[] }) {
  const t = useText('channels');
  const nameOf = useName();
  const { i18n } = useTranslation();
  const [changed, setChanged] = useState<Readonly<Record<string, readonly string[]>>>({});
  const save = useEndpointMutation(chooseStoryChannels, {
    invalidates: [readStoryChannels],
    onSuccess: () => {
      setChanged({});
      announce({ kind: 'done', text: t('choose.saved') });
    },
  });
  const takenOf = (edition: StoryChannels['editions'][number]) =>
    changed[edition.editionId] ?? edition.channels.filter((one) => one.isTaken).map((one) => one.channelId);
  const submit = () =>
    save.mutate({
      params: { storyId: story.storyId },
      body: {
        editions: story.editions.map((edition) => ({
          editionId: edition.editionId,
          channels: takenOf(edition).map((channelId) => ({
            channelId,
            dueAt: edition.channels.find((one) => one.channelId === channelId)?.dueAt ?? null,
          })),
        })),
      },
    });
  return (
    <>
      {story.editions.map((edition) => {
        const taken = takenOf(edition);
        const set = (ids: readonly string[]) => setChanged({ ...changed, [edition.editionId]: ids });
        const fitting = channels.filter((channel) => channel.languages.includes(edition.language));
        return (
          <fieldset key={edition.editionId} className={styles.edition} disabled={!story.abilities.choose}>
            <legend>{t('choose.edition', { language: languageName(edition.language, i18n.language) })}</legend>
            {edition.isChosen ? null : <p className="note">{t('choose.default_shown')}</p>}
            {edition.isLive ? <p className="note">{t('choose.is_live')}</p> : null}
            <div className={styles.choices}>
              {fitting.map((channel) => (
                <Checkbox
                  key={channel.id}
                  label={nameOf(channel.names)}
                  checked={taken.includes(channel.id)}
                  disabled={channel.isHosted}
                  {...(channel.isHosted ? { description: t('choose.always') } : {})}
                  onChange={(event) =>
                    set(event.currentTarget.checked ? [...taken, channel.id] : taken.filter((id) => id !== channel.id))
                  }
                />
              ))}
            </div>
            <Group mt="sm" gap="xs">
              <Button
                size="xs"
                onClick={() =>
                  set(fitting.filter((channel) => channel.isDefault || channel.isHosted).map((channel) => channel.id))
                }
              >
                {t('choose.default_set')}
              </Button>
            </Group>
          </fieldset>
        );
      })}
      <FormError error={save.error} />
      {story.abilities.choose ? (
        <Button variant="filled" mb="lg" loading={save.isPending} onClick={submit}>
          {t('choose.save')}
        </Button>
      ) : null}
    </>
  );
}

function StoryDeliveries({ storyId }: { readonly storyId: string }) {
  const t = useText('channels');
  const nameOf = useName();
  const { i18n } = useTranslation();
  const deliveries = useEndpoint(listDeliveries, { query: { storyId } }, { refetchInterval: 15_000 });
  return (
    <Section title={t('choose.deliveries')}>
      <QueryStates query={deliveries}>
        {(data) =>
          data.deliveries.length === 0 ? (
            <p className="note">{t('choose.no_delivery')}</p>
          ) : (
            <ul className={styles.list}>
              {data.deliveries.map((delivery) => (
                <li key={delivery.id}>
                  <DeskLink to="/channels/deliveries/$deliveryId" params={{ deliveryId: delivery.id }}>
                    {nameOf(delivery.channelNames)}
                  </DeskLink>{' '}
                  · {languageName(delivery.language, i18n.language)} · {t(`operation.${delivery.operation}`)}{' '}
                  <DeliveryChip delivery={delivery} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
    </Section>
  );
}
