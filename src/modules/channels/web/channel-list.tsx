import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../../platform/i18n/language-name.ts';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { type DataColumn, DataTable } from '../../../platform/ui/data-table.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useErrorText, useText } from '../../../platform/ui/use-text.ts';
import { listChannels, pauseChannel, readBoard, resumeChannel } from '../channels.contract.ts';
import type { Channel } from '../channels.shapes.contract.ts';
import { useName } from './use-name.ts';

/** The channels, who serves them, and whether they are paused. */
export function ChannelList({ channels }: { readonly channels: readonly Channel[] }) {
  const t = useText('channels');
  const nameOf = useName();
  const { i18n } = useTranslation();
  const errorText = useErrorText();
  const [pausing, setPausing] = useState<Channel | null>(null);
  const invalidates = [readBoard, listChannels];
  const pause = useEndpointMutation(pauseChannel, { invalidates, onSuccess: () => setPausing(null) });
  const resume = useEndpointMutation(resumeChannel, {
    invalidates,
    onError: (error) => announce({ kind: 'error', text: errorText(error) }),
  });
  const columns: DataColumn<Channel>[] = [
    { key: 'name', label: t('channel.name'), heading: true, render: (channel) => nameOf(channel.names) },
    { key: 'unit', label: t('channel.unit'), render: (channel) => nameOf(channel.ownerUnitNames) },
    {
      key: 'languages',
      label: t('channel.languages'),
      render: (channel) => channel.languages.map((code) => languageName(code, i18n.language)).join(', '),
    },
    {
      key: 'way',
      label: t('channel.way'),
      render: (channel) => t(channel.needsPerson ? 'channel.by_hand' : 'channel.by_itself'),
    },
    {
      key: 'state',
      label: t('channel.state'),
      render: (channel) => t(channel.pausedAt === null ? 'channel.running' : 'channel.paused'),
    },
    {
      key: 'act',
      label: t('channel.act'),
      render: (channel) => {
        if (!channel.abilities.pause) return null;
        const isPaused = channel.pausedAt !== null;
        const act = () =>
          isPaused
            ? resume.mutate({ params: { id: channel.id }, body: { version: channel.version } })
            : setPausing(channel);
        const label = t(isPaused ? 'channel.resume' : 'channel.pause');
        return (
          <Button size="xs" onClick={act} aria-label={`${label}: ${nameOf(channel.names)}`}>
            {label}
          </Button>
        );
      },
    },
  ];
  return (
    <>
      <DataTable caption={t('channel.list')} columns={columns} rows={channels} rowKey={(channel) => channel.id} />
      <ConfirmDialog
        opened={pausing !== null}
        title={t('channel.pause_title')}
        confirmLabel={t('channel.pause')}
        reason="required"
        pending={pause.isPending}
        error={pause.error}
        onClose={() => setPausing(null)}
        onConfirm={(reason) => {
          if (pausing) pause.mutate({ params: { id: pausing.id }, body: { version: pausing.version, reason } });
        }}
      >
        <p>{t('channel.pause_text')}</p>
      </ConfirmDialog>
    </>
  );
}
