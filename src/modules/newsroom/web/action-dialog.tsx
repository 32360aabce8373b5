import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  approveEdition,
  type Edition,
  getStory,
  listStories,
  moveEdition,
  publicChangeKind,
  publishEdition,
  publishUrgently,
  returnEdition,
  type StoryDetail,
  startChange,
  withdrawStory,
} from '../newsroom.contract.ts';

export type DialogKind = 'return' | 'reject' | 'approve_at' | 'publish_at' | 'change' | 'urgent' | 'withdraw';

interface ActionDialogProps {
  readonly kind: DialogKind;
  readonly story: StoryDetail;
  readonly edition: Edition;
  readonly onClose: () => void;
}

/** The steps that need words: a reason, a time, the note that the reader will see. Nothing typed is lost on an error. */
export function ActionDialog({ kind, story, edition, onClose }: ActionDialogProps) {
  const t = useText('newsroom');
  const common = useText('platform');
  const [words, setWords] = useState('');
  const [time, setTime] = useState('');
  const [change, setChange] = useState<string>('correction');
  const [mode, setMode] = useState<string>('withdraw');
  const live = story.editions.filter((each) => each.abilities.withdraw === true || each.abilities.remove === true);
  const [editionIds, setEditionIds] = useState<readonly string[]>(live.map((each) => each.id));
  const settings = { invalidates: [getStory, listStories], onSuccess: onClose };
  const giveBack = useEndpointMutation(returnEdition, settings);
  const move = useEndpointMutation(moveEdition, settings);
  const approve = useEndpointMutation(approveEdition, settings);
  const publish = useEndpointMutation(publishEdition, settings);
  const urgent = useEndpointMutation(publishUrgently, settings);
  const begin = useEndpointMutation(startChange, settings);
  const withdraw = useEndpointMutation(withdrawStory, settings);
  const all = [giveBack, move, approve, publish, urgent, begin, withdraw];
  const params = { id: edition.id };
  const { version } = edition;
  const revisionId = edition.current.id;
  const asksTime = kind === 'approve_at' || kind === 'publish_at';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const publishAt = time === '' ? '' : new Date(`${time}:00+07:00`).toISOString();
    const publication = { when: 'at' as const, publishAt };
    if (kind === 'return') giveBack.mutate({ params, body: { version, reason: words } });
    if (kind === 'reject') move.mutate({ params, body: { version, action: 'reject', reason: words } });
    if (kind === 'approve_at') approve.mutate({ params, body: { version, revisionId, publication } });
    if (kind === 'publish_at') publish.mutate({ params, body: { version, publication } });
    if (kind === 'urgent') urgent.mutate({ params, body: { version, revisionId, reason: words } });
    if (kind === 'change')
      begin.mutate({ params, body: { version, kind: publicChangeKind.parse(change), note: words } });
    if (kind === 'withdraw') {
      const editions = live
        .filter((each) => editionIds.includes(each.id))
        .map((each) => ({ id: each.id, version: each.version }));
      withdraw.mutate({
        params: { id: story.id },
        body: { mode: mode === 'remove' ? 'remove' : 'withdraw', editions, reason: words },
      });
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`page.dialog_${kind}`)}
      closeButtonProps={{ 'aria-label': common('dialog.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p>{t(`page.dialog_${kind}_lead`)}</p>
          {kind === 'change' ? (
            <NativeSelect
              label={t('page.change_kind')}
              value={change}
              data={publicChangeKind.options.map((value) => ({ value, label: t(`change_kind.${value}`) }))}
              onChange={(event) => setChange(event.currentTarget.value)}
            />
          ) : null}
          {kind === 'withdraw' ? (
            <>
              <NativeSelect
                label={t('page.withdraw_mode')}
                value={mode}
                data={['withdraw', 'remove'].map((value) => ({ value, label: t(`page.mode_${value}`) }))}
                onChange={(event) => setMode(event.currentTarget.value)}
              />
              <Checkbox.Group label={t('page.languages')} value={[...editionIds]} onChange={setEditionIds}>
                <Stack gap="xs">
                  {live.map((each) => (
                    <Checkbox key={each.id} value={each.id} label={each.languageNames.own ?? each.language} />
                  ))}
                </Stack>
              </Checkbox.Group>
            </>
          ) : null}
          {asksTime ? (
            <TextInput
              label={t('page.time')}
              type="datetime-local"
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
          ) : (
            <Textarea
              label={t(kind === 'change' ? 'page.note' : 'page.reason')}
              value={words}
              autosize
              minRows={3}
              data-autofocus
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          <FormError error={all.find((each) => each.error)?.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common('dialog.cancel')}
            </Button>
            <Button
              type="submit"
              variant="filled"
              disabled={asksTime && time === ''}
              loading={all.some((each) => each.isPending)}
            >
              {t(`page.dialog_${kind}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
