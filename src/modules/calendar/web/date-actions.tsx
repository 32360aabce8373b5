import { Button, Group, Modal, NumberInput, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  actOnDate,
  type DateAction,
  type EventDetail,
  listDates,
  readDate,
  readEvent,
  readLookAhead,
  readRange,
  recordAudience,
} from '../calendar.contract.ts';

/** Everything that shows dates is asked again after a change. */
export const dateReaders = [readRange, listDates, readDate, readEvent, readLookAhead];

const order: readonly DateAction[] = ['confirm', 'hold', 'plan', 'postpone', 'cancel', 'doubt', 'reopen'];
const withReason: readonly DateAction[] = ['doubt', 'postpone', 'cancel', 'reopen'];
type OpenedDate = NonNullable<EventDetail['date']>;

/** The steps that this person may take now, the first one filled. */
export function DateActions({ event, date }: { readonly event: EventDetail; readonly date: OpenedDate }) {
  const t = useText('calendar');
  const [asked, setAsked] = useState<DateAction | 'audience' | null>(null);
  const done = () => {
    setAsked(null);
    announce({ kind: 'done', text: t('page.saved') });
  };
  const act = useEndpointMutation(actOnDate, { invalidates: dateReaders, onSuccess: done });
  const isClock = event.fields.kind === 'clock';
  // A clock is there to be done; that its day is certain matters less.
  const first: readonly DateAction[] = isClock ? ['hold'] : [];
  const possible = [...new Set([...first, ...order])].filter((action) => event.abilities[action] === true);
  const nameOf = (action: DateAction) => t(isClock && action === 'hold' ? 'action.hold_clock' : `action.${action}`);
  const press = (action: DateAction) => {
    if (withReason.includes(action) || (action === 'hold' && !isClock)) setAsked(action);
    else act.mutate({ params: { id: date.id }, body: { action, version: date.version } });
  };
  return (
    <>
      {possible.map((action, index) => (
        <Button key={action} variant={index === 0 ? 'filled' : 'default'} onClick={() => press(action)}>
          {nameOf(action)}
        </Button>
      ))}
      {date.state === 'held' && event.abilities.edit === true && !isClock ? (
        <Button onClick={() => setAsked('audience')}>{t('action.audience')}</Button>
      ) : null}
      {asked === null ? <FormError error={act.error} /> : null}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === null ? '' : t(`action.${asked}`)}
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {asked === null ? null : asked === 'audience' || asked === 'hold' ? (
          <AudienceForm date={date} step={asked} onDone={done} />
        ) : (
          <ReasonForm date={date} action={asked} onDone={done} />
        )}
      </Modal>
    </>
  );
}

/** Why, and where a date is put off, until when. */
function ReasonForm({
  date,
  action,
  onDone,
}: {
  readonly date: OpenedDate;
  readonly action: DateAction;
  readonly onDone: () => void;
}) {
  const t = useText('calendar');
  const [reason, setReason] = useState('');
  const [newStartsOn, setNewStartsOn] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useEndpointMutation(actOnDate, { invalidates: dateReaders, onSuccess: onDone });
  const isTooShort = reason.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isTooShort) return;
    const body = { action, reason, newStartsOn: newStartsOn === '' ? null : newStartsOn, version: date.version };
    act.mutate({ params: { id: date.id }, body });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {action === 'postpone' ? (
          <DayInput
            label={t('form.new_day')}
            description={t('form.new_day_hint')}
            value={newStartsOn}
            onChange={setNewStartsOn}
          />
        ) : null}
        <Textarea
          label={t('form.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isChecked && isTooShort ? t('errors.reason_missing') : null}
          autosize
          minRows={2}
        />
        <FormError error={act.error} />
        <Group>
          <Button type="submit" variant="filled" loading={act.isPending}>
            {t(`action.${action}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** How many came; the figure may follow later. */
function AudienceForm({
  date,
  step,
  onDone,
}: {
  readonly date: OpenedDate;
  readonly step: 'hold' | 'audience';
  readonly onDone: () => void;
}) {
  const t = useText('calendar');
  const [count, setCount] = useState<number | null>(date.audienceCount);
  const [note, setNote] = useState(date.audienceNote);
  const hold = useEndpointMutation(actOnDate, { invalidates: dateReaders, onSuccess: onDone });
  const record = useEndpointMutation(recordAudience, { invalidates: dateReaders, onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { audienceCount: count, audienceNote: note, version: date.version };
    if (step === 'hold') hold.mutate({ params: { id: date.id }, body: { ...body, action: 'hold' } });
    else record.mutate({ params: { id: date.id }, body });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NumberInput
          label={t('form.audience_count')}
          description={t('form.audience_count_hint')}
          min={0}
          max={10_000_000}
          allowDecimal={false}
          hideControls
          value={count ?? ''}
          onChange={(value) => setCount(typeof value === 'number' ? value : null)}
        />
        <Textarea
          label={t('form.audience_note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        <FormError error={hold.error ?? record.error} />
        <Group>
          <Button type="submit" variant="filled" loading={hold.isPending || record.isPending}>
            {t(`action.${step}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
