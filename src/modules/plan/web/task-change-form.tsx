import { Button, Group, MultiSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { changeTask, getPlan } from '../plan.contract.ts';
import type { TaskDetail } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import { evidenceReaders } from './evidence-readers.ts';
import { type ExpectationDraft, ExpectationFields } from './expectation-fields.tsx';
import { type TaskEvents, TaskEventsField } from './task-events-field.tsx';

/** What is expected of a task, and which units support its lead. */
export function TaskChangeForm({ task, onDone }: { readonly task: TaskDetail; readonly onDone: () => void }) {
  const t = useText('plan');
  const localName = useLocalName();
  const units = useEndpoint(listUnits);
  const [title, setTitle] = useState(task.title);
  const [expectation, setExpectation] = useState<ExpectationDraft>(task);
  const [events, setEvents] = useState<TaskEvents>({ scope: task.eventScope, chosen: task.chosenEvents });
  const [supporting, setSupporting] = useState(() => task.supportingUnits.map((unit) => unit.id));
  const change = useEndpointMutation(changeTask, { invalidates: [...evidenceReaders, getPlan], onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({
      params: { id: task.id },
      body: {
        title: title.trim(),
        expectedOutput: expectation.expectedOutput.trim(),
        expectedCount: expectation.expectedCount,
        outputKind: expectation.outputKind,
        languages: [...expectation.languages],
        priority: expectation.priority,
        rhythm: expectation.rhythm,
        eventScope: events.scope,
        eventIds: events.chosen.map((event) => event.id),
        dueOn: expectation.dueOn,
        supportingUnitIds: supporting,
        version: task.version,
      },
    });
  };
  const choices = (units.data?.units ?? []).filter((unit) => unit.id !== task.unitId && unit.kind !== 'group');
  return (
    <form onSubmit={submit} noValidate aria-label={t('task.change')}>
      <Stack gap="md">
        <TextInput
          label={t('task.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <MultiSelect
          label={t('task.supporting')}
          searchable
          data={choices.map((unit) => ({ value: unit.id, label: localName(unit.names) }))}
          value={supporting}
          onChange={setSupporting}
        />
        <ExpectationFields value={expectation} onChange={setExpectation} />
        {expectation.rhythm === 'per_event' ? <TaskEventsField value={events} onChange={setEvents} /> : null}
        <FormError error={change.error} />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onDone}>{t('task.cancel_change')}</Button>
          <Button type="submit" variant="filled" loading={change.isPending}>
            {t('task.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
