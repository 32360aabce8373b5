import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { changeTask, getPlan, type Rhythm, type TaskDetail } from '../plan.contract.ts';
import { evidenceReaders } from './evidence-readers.ts';

const rhythms: readonly Rhythm[] = ['once', 'weekly', 'monthly', 'quarterly', 'per_event'];

/** What is expected of a task: name, output, how many, rhythm, due day. */
export function TaskChangeForm({ task, onDone }: { readonly task: TaskDetail; readonly onDone: () => void }) {
  const t = useText('plan');
  const [title, setTitle] = useState(task.title);
  const [expectedOutput, setExpectedOutput] = useState(task.expectedOutput);
  const [expectedCount, setExpectedCount] = useState<number>(task.expectedCount);
  const [rhythm, setRhythm] = useState<Rhythm>(task.rhythm);
  const [dueOn, setDueOn] = useState(task.dueOn ?? '');
  const change = useEndpointMutation(changeTask, { invalidates: [...evidenceReaders, getPlan], onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({
      params: { id: task.id },
      body: {
        title: title.trim(),
        expectedOutput: expectedOutput.trim(),
        expectedCount,
        rhythm,
        dueOn: dueOn === '' ? null : dueOn,
        version: task.version,
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t('task.change')}>
      <Stack gap="md">
        <TextInput
          label={t('task.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={t('task.expected_output')}
          value={expectedOutput}
          onChange={(event) => setExpectedOutput(event.currentTarget.value)}
        />
        <NumberInput
          label={t('task.expected_count')}
          min={1}
          max={1000}
          allowDecimal={false}
          value={expectedCount}
          onChange={(value) => setExpectedCount(Number(value) || 1)}
        />
        <NativeSelect
          label={t('task.rhythm')}
          data={rhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
          value={rhythm}
          onChange={(event) => setRhythm(rhythms.find((each) => each === event.currentTarget.value) ?? 'once')}
        />
        <TextInput
          label={t('task.due')}
          type="date"
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
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
