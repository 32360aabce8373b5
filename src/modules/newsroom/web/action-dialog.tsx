import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { TimeInput } from '../../../platform/ui/time-input.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { withdrawStory } from '../newsroom.contract.ts';
import {
  approveEdition,
  moveEdition,
  publishEdition,
  publishUrgently,
  returnEdition,
  startChange,
} from '../newsroom.edition.contract.ts';
import { type Edition, limits, publicChangeKind, type StoryDetail } from '../newsroom.shapes.contract.ts';
import { useStepSettings } from './use-step-settings.ts';

export type DialogKind = 'return' | 'reject' | 'approve_at' | 'publish_at' | 'change' | 'urgent' | 'withdraw';

const withdrawModes = ['withdraw', 'remove'] as const;
type WithdrawMode = (typeof withdrawModes)[number];

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
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [change, setChange] = useState<string>('correction');
  const [isChecked, setChecked] = useState(false);
  const modes = withdrawModes.filter((each) => story.editions.some((one) => one.abilities[each] === true));
  const [mode, setMode] = useState<WithdrawMode>(modes[0] ?? 'withdraw');
  const live = story.editions.filter((each) => each.abilities[mode] === true);
  const [keptIds, setKeptIds] = useState<readonly string[]>([]);
  const editionIds = live.map((each) => each.id).filter((id) => !keptIds.includes(id));
  const settings = { ...useStepSettings(edition.version), onSuccess: onClose };
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
  // What the person has read when the dialog opened: should another text come meanwhile, the server refuses.
  const [revisionId] = useState(edition.current.id);
  const asksTime = kind === 'approve_at' || kind === 'publish_at';
  const wrong = {
    words: !asksTime && words.trim().length < 3,
    time: asksTime && (day === '' || time === ''),
    languages: kind === 'withdraw' && editionIds.length === 0,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong.words || wrong.time || wrong.languages) return;
    const publishAt = day === '' || time === '' ? '' : new Date(`${day}T${time}:00+07:00`).toISOString();
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
        body: { mode, editions, reason: words },
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
                data={modes.map((value) => ({ value, label: t(`page.mode_${value}`) }))}
                onChange={(event) => setMode(event.currentTarget.value === 'remove' ? 'remove' : 'withdraw')}
              />
              <Checkbox.Group
                label={t('page.languages')}
                value={editionIds}
                error={isChecked && wrong.languages ? t('page.languages_missing') : null}
                onChange={(ids) => setKeptIds(live.map((each) => each.id).filter((id) => !ids.includes(id)))}
              >
                <Stack gap="xs">
                  {live.map((each) => (
                    <Checkbox key={each.id} value={each.id} label={each.languageNames.own ?? each.language} />
                  ))}
                </Stack>
              </Checkbox.Group>
            </>
          ) : null}
          {asksTime ? (
            <Group gap="md" align="flex-start" grow>
              <DayInput label={t('page.publish_day')} value={day} onChange={setDay} />
              <TimeInput
                label={t('page.time')}
                value={time}
                error={isChecked && wrong.time ? t('page.time_missing') : null}
                onChange={setTime}
              />
            </Group>
          ) : (
            <Textarea
              label={t(kind === 'change' ? 'page.note' : 'page.reason')}
              value={words}
              maxLength={limits.reason}
              error={isChecked && wrong.words ? t('errors.reason_missing') : null}
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
            <Button type="submit" variant="filled" loading={all.some((each) => each.isPending)}>
              {t(`page.dialog_${kind}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
