import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getTask } from '../plan.contract.ts';
import {
  addOwnTask,
  changeOwnTask,
  getOwnPlan,
  type OwnPlan,
  type OwnTask,
  removeOwnTask,
} from '../plan.own-plan.contract.ts';
import styles from './own-plan.module.css';

const invalidates = [getOwnPlan, getTask];

/** The unit's own work beneath one task: what, who, until when. */
export function OwnTasks({ task }: { readonly task: OwnPlan['tasks'][number] }) {
  const t = useText('plan');
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={styles.own}>
      <ul aria-label={t('own.work')}>
        {task.ownTasks.map((each) => (
          <OwnTaskLine key={each.id} ownTask={each} maySteer={task.maySteer} />
        ))}
      </ul>
      {isAdding ? (
        <OwnTaskForm taskId={task.id} onDone={() => setAdding(false)} />
      ) : task.maySteer ? (
        <Button size="compact-sm" onClick={() => setAdding(true)}>
          {t('own.add')}
        </Button>
      ) : null}
    </div>
  );
}

function OwnTaskLine({ ownTask, maySteer }: { readonly ownTask: OwnTask; readonly maySteer: boolean }) {
  const t = useText('plan');
  const change = useEndpointMutation(changeOwnTask, { invalidates });
  const remove = useEndpointMutation(removeOwnTask, { invalidates });
  const { id, title, responsible, dueOn, state, version } = ownTask;
  return (
    <li data-done={state === 'done'}>
      <Checkbox
        label={title}
        checked={state === 'done'}
        disabled={!maySteer || change.isPending}
        onChange={(event) =>
          change.mutate({
            params: { id },
            body: { title, responsible, dueOn, version, state: event.currentTarget.checked ? 'done' : 'open' },
          })
        }
      />
      <span className="note">
        {responsible}
        {responsible !== '' && dueOn !== null ? ', ' : ''}
        {dueOn === null ? null : (
          <span data-late={ownTask.isLate}>
            {t('task.due')}: <DateText value={dueOn} />
          </span>
        )}
      </span>
      {maySteer ? (
        <Button
          size="compact-xs"
          loading={remove.isPending}
          aria-label={t('own.remove_named', { title })}
          onClick={() => remove.mutate({ params: { id }, query: { version: String(version) } })}
        >
          {t('own.remove')}
        </Button>
      ) : null}
      <FormError error={change.error ?? remove.error} />
    </li>
  );
}

function OwnTaskForm({ taskId, onDone }: { readonly taskId: string; readonly onDone: () => void }) {
  const t = useText('plan');
  const [id] = useState(() => newClientId(Date.now()));
  const [title, setTitle] = useState('');
  const [responsible, setResponsible] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [isChecked, setChecked] = useState(false);
  const add = useEndpointMutation(addOwnTask, { invalidates, onSuccess: onDone });
  const isMissing = title.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isMissing) return;
    add.mutate({
      params: { id: taskId },
      body: { id, title: title.trim(), responsible: responsible.trim(), dueOn: dueOn === '' ? null : dueOn },
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('own.add')}>
      <TextInput
        label={t('own.what')}
        value={title}
        error={isChecked && isMissing ? t('own.what_missing') : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('own.who')}
        value={responsible}
        onChange={(event) => setResponsible(event.currentTarget.value)}
      />
      <DayInput label={t('task.due')} value={dueOn} onChange={setDueOn} />
      <FormError error={add.error} />
      <Group gap="xs">
        <Button type="submit" variant="filled" loading={add.isPending}>
          {t('own.add')}
        </Button>
        <Button onClick={onDone}>{t('task.cancel_change')}</Button>
      </Group>
    </form>
  );
}
