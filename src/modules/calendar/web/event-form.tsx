import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { dayOf } from '../../../platform/ui/date-text.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { changeEvent, createEvent, type EventDetail, type EventFields } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { dateReaders } from './date-actions.tsx';
import { asksDay, draftOfRule, ruleOfDraft } from './event-draft.ts';
import { EventFieldset } from './event-fieldset.tsx';

type Scope = 'one' | 'later' | 'all';

/** Changes an event: the whole series, this date and later ones, or this date only. */
export function EventForm({
  event,
  onDone,
}: {
  readonly event: EventDetail;
  readonly onDone: (saved: EventDetail) => void;
}) {
  const t = useText('calendar');
  const { date } = event;
  const isSeries = event.fields.rule.kind !== 'once' && date !== null;
  const [scope, setScope] = useState<Scope>(isSeries ? 'one' : 'all');
  const change = useEndpointMutation(changeEvent, {
    invalidates: dateReaders,
    onSuccess: (saved) => {
      announce({ kind: 'done', text: t('page.saved') });
      onDone(saved);
    },
  });
  const { vi = '', en } = date?.titles ?? event.fields.titles;
  // One date is shown as it is, with what it has of its own.
  const own: EventFields =
    date !== null && scope === 'one'
      ? {
          ...event.fields,
          titles: en === undefined ? { vi } : { vi, en },
          place: date.place,
          startTime: date.startTime,
          endTime: date.endTime,
          rule: { kind: 'once', on: date.startsOn },
        }
      : event.fields;
  return (
    <div className={styles.stack}>
      {isSeries ? (
        <NativeSelect
          label={t('form.scope')}
          value={scope}
          data={(['one', 'later', 'all'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChange={(changed) => setScope(changed.currentTarget.value as Scope)}
        />
      ) : null}
      <FieldsForm
        key={scope}
        fields={own}
        isOneDate={isSeries && scope === 'one'}
        submitLabel={t('form.save')}
        isPending={change.isPending}
        error={change.error}
        onSubmit={(fields) =>
          change.mutate({
            params: { id: event.id },
            body: {
              ...fields,
              rule: isSeries && scope === 'one' ? event.fields.rule : fields.rule,
              startsOn: fields.rule.kind === 'once' ? fields.rule.on : null,
              scope,
              dateId: date?.id ?? null,
              version: event.version,
            },
          })
        }
      />
    </div>
  );
}

/** Enters an event. */
export function NewEventForm({
  fields,
  unitIds,
  onDone,
}: {
  readonly fields: EventFields;
  readonly unitIds: readonly string[];
  readonly onDone: (made: EventDetail) => void;
}) {
  const t = useText('calendar');
  const [id] = useState(() => newClientId(Date.now()));
  const [state, setState] = useState<'planned' | 'rumoured'>('planned');
  const create = useEndpointMutation(createEvent, { invalidates: dateReaders, onSuccess: onDone });
  return (
    <FieldsForm
      fields={fields}
      unitIds={unitIds}
      isOneDate={false}
      submitLabel={t('form.create')}
      isPending={create.isPending}
      error={create.error}
      onSubmit={(entered) => create.mutate({ body: { ...entered, id, state } })}
    >
      <NativeSelect
        label={t('form.state')}
        value={state}
        data={(['planned', 'rumoured'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(event) => setState(event.currentTarget.value === 'rumoured' ? 'rumoured' : 'planned')}
      />
    </FieldsForm>
  );
}

function FieldsForm(props: {
  readonly fields: EventFields;
  readonly unitIds?: readonly string[];
  readonly isOneDate: boolean;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (fields: EventFields) => void;
  readonly children?: ReactNode;
}) {
  const t = useText('calendar');
  const [fields, setFields] = useState(props.fields);
  const [rule, setRule] = useState(() => draftOfRule(props.fields.rule, dayOf(new Date())));
  const [isChecked, setChecked] = useState(false);
  const isTooShort = fields.titles.vi.trim().length < 3;
  const lacksDay = asksDay(rule) && rule.on === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isTooShort && !lacksDay) props.onSubmit({ ...fields, rule: ruleOfDraft(rule) });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <EventFieldset
        fields={fields}
        rule={rule}
        unitIds={props.unitIds}
        isOneDate={props.isOneDate}
        titleError={isChecked && isTooShort ? t('form.title_missing') : null}
        dayError={isChecked && lacksDay ? t('form.day_missing') : null}
        onChange={(change) => setFields({ ...fields, ...change })}
        onRule={setRule}
      />
      {props.children}
      <div data-wide="true" className={styles.stack}>
        <FormError error={props.error} />
        <div>
          <Button type="submit" variant="filled" loading={props.isPending}>
            {props.submitLabel}
          </Button>
        </div>
      </div>
    </form>
  );
}
