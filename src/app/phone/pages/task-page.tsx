import { useEffect } from 'react';
import type { TaskDetail } from '../../../modules/plan/plan.shapes.contract.ts';
import { Icon } from '../../../platform/ui/icons.tsx';
import { Day } from '../parts/day.tsx';
import { Screen } from '../parts/screen.tsx';
import { StateChip } from '../parts/state-chip.tsx';
import { Loading, Problem } from '../parts/states.tsx';
import { readTask } from '../read-task.ts';
import { PhoneLink } from '../router.tsx';
import { usePhoneSession } from '../session.ts';
import { useLanguage, useText } from '../texts.ts';
import { useAnswer } from '../use-answer.ts';
import { EvidenceRows } from './evidence-rows.tsx';
import { QueueRow } from './queue-row.tsx';
import { TaskActions } from './task-actions.tsx';
import styles from './task-page.module.css';

/** One task: what is asked, the next step, what was handed in. */
export function TaskPage({ taskId }: { readonly taskId: string }) {
  const t = useText();
  const task = useAnswer<TaskDetail>(`task ${taskId}`, () => readTask(taskId));
  const { queue } = usePhoneSession();
  const sent = queue.filter((item) => item.taskId === taskId && item.state === 'sent').length;
  const { refresh } = task;
  // What has just arrived stands in the server's list from now on.
  useEffect(() => {
    if (sent > 0) void refresh();
  }, [sent, refresh]);
  const mayHandIn = task.data?.abilities.addEvidence === true;
  return (
    <Screen
      title={t('task.title')}
      back=""
      action={
        mayHandIn ? (
          <PhoneLink to={`/tasks/${taskId}/evidence`} className={styles.handIn}>
            <Icon name="camera" size={22} />
            {t('plan:evidence.add')}
          </PhoneLink>
        ) : undefined
      }
    >
      {task.data === undefined ? (
        task.error === undefined ? (
          <Loading />
        ) : (
          <Problem error={task.error} retry={() => void task.refresh()} />
        )
      ) : (
        <Task task={task.data} onChange={task.set} onOutdated={() => void task.refresh()} />
      )}
    </Screen>
  );
}

function Task(props: {
  readonly task: TaskDetail;
  readonly onChange: (task: TaskDetail) => void;
  readonly onOutdated: () => void;
}) {
  const { task } = props;
  const t = useText();
  const language = useLanguage();
  const { queue } = usePhoneSession();
  const shown = new Set(task.evidence.map((item) => item.id));
  const queued = queue.filter((item) => item.taskId === task.id && !shown.has(item.id));
  return (
    <>
      <p className={styles.path}>
        {task.path} · {task.unitNames[language] ?? task.unitNames.vi}
      </p>
      <h1>{task.title}</h1>
      <p className={styles.facts}>
        {task.cell === 'none' ? null : <StateChip state={task.cell} />}
        <span>{t(`plan:task_state.${task.state}`)}</span>
        {task.nextDueOn === null ? null : (
          <span>
            {t('due')} <Day value={task.nextDueOn} />
          </span>
        )}
      </p>
      {task.note === '' ? null : <p className={styles.note}>{task.note}</p>}
      <TaskActions task={task} onChange={props.onChange} onOutdated={props.onOutdated} />
      <section className={styles.section}>
        <h2>{t('plan:evidence.title')}</h2>
        <div aria-live="polite">
          {queued.map((item) => (
            <QueueRow key={item.id} item={item} />
          ))}
        </div>
        <EvidenceRows items={task.evidence} hasQueued={queued.length > 0} />
      </section>
      <section className={styles.section}>
        <h2>{t('plan:task.expected')}</h2>
        <blockquote className={styles.quote}>{task.clauseText}</blockquote>
        <p>
          {task.expectedOutput === '' ? null : `${task.expectedOutput}. `}
          {t('task.count', { count: task.expectedCount, rhythm: t(`plan:rhythm.${task.rhythm}`) })}
        </p>
      </section>
      {task.questions.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{t('plan:task.questions')}</h2>
          {task.questions.map((each) => (
            <div key={each.id} className={styles.question}>
              <p>{each.question}</p>
              <p className={styles.answer}>{each.answer ?? t('plan:task.not_answered')}</p>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
