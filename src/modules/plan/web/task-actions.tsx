import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { actOnTask, getPlan, type TaskAction, type TaskDetail } from '../plan.contract.ts';
import { evidenceReaders } from './evidence-readers.ts';

const order: readonly TaskAction[] = [
  'send',
  'accept',
  'start',
  'finish',
  'report',
  'decline',
  'return',
  'reopen',
  'cancel',
];
const withReason: readonly TaskAction[] = ['decline', 'report', 'return', 'cancel'];

/** The steps that this person may take now, the first one filled. */
export function TaskActions({ task }: { readonly task: TaskDetail }) {
  const t = useText('plan');
  const [asked, setAsked] = useState<TaskAction | null>(null);
  const act = useEndpointMutation(actOnTask, {
    invalidates: [...evidenceReaders, getPlan],
    onSuccess: () => {
      setAsked(null);
      announce({ kind: 'done', text: t('task.saved') });
    },
  });
  const possible = order.filter((action) => task.abilities[action] === true);
  const run = (action: TaskAction, reason: string) =>
    act.mutate({ params: { id: task.id }, body: { action, reason, version: task.version } });
  return (
    <>
      {possible.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'filled' : 'default'}
          loading={act.isPending && asked === null && act.variables?.body.action === action}
          onClick={() => (withReason.includes(action) ? setAsked(action) : run(action, ''))}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
      {asked === null ? <FormError error={act.error} /> : null}
      <ConfirmDialog
        key={asked ?? 'none'}
        opened={asked !== null}
        title={asked === null ? '' : t(`action.${asked}`)}
        confirmLabel={asked === null ? '' : t(`action.${asked}`)}
        reason="required"
        {...(asked === 'report' ? { reasonLabel: t('task.progress') } : {})}
        pending={act.isPending}
        error={act.error}
        onClose={() => setAsked(null)}
        onConfirm={(reason) => asked !== null && run(asked, reason)}
      />
    </>
  );
}
