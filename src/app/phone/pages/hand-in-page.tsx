import type { TaskDetail } from '../../../modules/plan/plan.shapes.contract.ts';
import { Screen } from '../parts/screen.tsx';
import { Loading, Problem } from '../parts/states.tsx';
import { readTask } from '../read-task.ts';
import { go } from '../router.tsx';
import { useText } from '../texts.ts';
import { useAnswer } from '../use-answer.ts';
import { HandInForm } from './hand-in-form.tsx';

/** Hands in evidence for a task that this device knows, with or without a network. */
export function HandInPage({ taskId }: { readonly taskId: string }) {
  const t = useText();
  const task = useAnswer<TaskDetail>(`task ${taskId}`, () => readTask(taskId));
  const back = `/tasks/${taskId}`;
  if (task.data === undefined)
    return (
      <Screen title={t('plan:evidence.add')} back={back}>
        {task.error === undefined ? <Loading /> : <Problem error={task.error} retry={() => void task.refresh()} />}
      </Screen>
    );
  const { id, handInUnitId, title } = task.data;
  return (
    <HandInForm
      title={t('plan:evidence.add')}
      back={back}
      task={{ id, unitId: handInUnitId, title }}
      onDone={() => go(back, { replace: true })}
    />
  );
}
