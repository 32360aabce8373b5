import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { actOnTask, getPlan } from '../plan.contract.ts';
import { actionsWithWords, type TaskAction, type TaskDetail } from '../plan.shapes.contract.ts';
import { evidenceReaders } from './evidence-readers.ts';

const order: readonly TaskAction[] = [
  'answer',
  'send',
  'accept',
  'start',
  'finish',
  'report',
  'ask',
  'decline',
  'return',
  'extend',
  'reopen',
  'cancel',
];
const wordsOf: Partial<Record<TaskAction, string>> = {
  report: 'task.progress',
  ask: 'task.question',
  answer: 'task.answer',
};

/** The steps that this person may take now, in the words of what is assigned or requested, the first one filled. */
export function TaskActions({ task }: { readonly task: TaskDetail }) {
  const t = useText('plan');
  const [asked, setAsked] = useState<TaskAction | null>(null);
  const [dueOn, setDueOn] = useState(task.dueOn ?? '');
  const act = useEndpointMutation(actOnTask, {
    invalidates: [...evidenceReaders, getPlan],
    onSuccess: () => {
      setAsked(null);
      announce({ kind: 'done', text: t('task.saved') });
    },
  });
  const possible = order.filter((action) => task.abilities[action] === true);
  const nameOf = (action: TaskAction | null) => (action === null ? '' : t(`action.${task.mode}.${action}`));
  const run = (action: TaskAction, reason: string) =>
    act.mutate({
      params: { id: task.id },
      body: {
        action,
        reason,
        version: task.version,
        ...(action === 'extend' && dueOn !== '' ? { dueOn } : {}),
      },
    });
  const label = asked === null ? undefined : wordsOf[asked];
  const question = asked === 'answer' ? task.questions.find((each) => each.answer === null) : undefined;
  return (
    <>
      {possible.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'filled' : 'default'}
          loading={act.isPending && asked === null && act.variables?.body.action === action}
          onClick={() => (actionsWithWords.includes(action) ? setAsked(action) : run(action, ''))}
        >
          {nameOf(action)}
        </Button>
      ))}
      {asked === null ? <FormError error={act.error} /> : null}
      <ConfirmDialog
        key={asked ?? 'none'}
        opened={asked !== null}
        title={nameOf(asked)}
        confirmLabel={nameOf(asked)}
        reason="required"
        {...(label === undefined ? {} : { reasonLabel: t(label) })}
        pending={act.isPending}
        error={act.error}
        onClose={() => setAsked(null)}
        onConfirm={(reason) => asked !== null && run(asked, reason)}
      >
        {question === undefined ? null : <p>{question.question}</p>}
        {asked === 'extend' ? <DayInput label={t('task.new_due')} value={dueOn} onChange={setDueOn} /> : null}
      </ConfirmDialog>
    </>
  );
}
