import type { TaskRow } from '../../../modules/plan/plan.shapes.contract.ts';
import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { dayOf } from '../../../platform/ui/date-format.ts';
import { Icon } from '../../../platform/ui/icons.tsx';
import { isUnsent } from '../data/queue.ts';
import { listTasks } from '../endpoints.ts';
import { Day } from '../parts/day.tsx';
import { Screen } from '../parts/screen.tsx';
import { StateChip } from '../parts/state-chip.tsx';
import { Empty, Loading, Problem } from '../parts/states.tsx';
import { PhoneLink } from '../router.tsx';
import { usePhoneSession } from '../session.ts';
import { useLanguage, useText } from '../texts.ts';
import { useAnswer } from '../use-answer.ts';
import { groupTasks } from './task-order.ts';
import styles from './tasks-page.module.css';

const mostPages = 4;

async function loadTasks(): Promise<TaskRow[]> {
  const tasks: TaskRow[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await callEndpoint(listTasks, { query: { mine: 'true', sort: 'due', page } });
    tasks.push(...answer.tasks);
    if (tasks.length >= answer.total || answer.tasks.length === 0) break;
  }
  return tasks;
}

/** What is asked of me: late first. */
export function TasksPage() {
  const t = useText();
  const { me, queue } = usePhoneSession();
  const tasks = useAnswer<TaskRow[]>('tasks', loadTasks);
  const unsent = queue.filter(isUnsent).length;
  const groups = tasks.data && groupTasks(tasks.data, dayOf(new Date()));
  return (
    <Screen
      title="Lan Tỏa"
      aside={
        <PhoneLink to="/account" className={styles.account} label={t('account.title')}>
          <Icon name="person" size={22} />
        </PhoneLink>
      }
    >
      <h1>{t('tasks.title')}</h1>
      <p className={styles.unit}>{me.grants[0]?.unitName ?? me.person.fullName}</p>
      {queue.length === 0 ? null : (
        <PhoneLink to="/queue" className={styles.queue}>
          <Icon name={unsent > 0 ? 'clock' : 'check'} size={20} />
          <span>{unsent > 0 ? t('queue.waiting', { count: unsent }) : t('queue.all_sent')}</span>
          <Icon name="chevronRight" size={18} />
        </PhoneLink>
      )}
      {groups === undefined ? tasks.error === undefined ? <Loading /> : null : null}
      {groups === undefined && tasks.error !== undefined ? (
        <Problem error={tasks.error} retry={() => void tasks.refresh()} />
      ) : null}
      {groups === undefined ? null : (
        <>
          <TaskGroup title={t('tasks.late')} tasks={groups.late} />
          <TaskGroup title={t('tasks.open')} tasks={groups.open} />
          {groups.late.length + groups.open.length === 0 ? <Empty text={t('tasks.empty')} /> : null}
          {groups.closed.length === 0 ? null : (
            <details className={styles.closed}>
              <summary>{t('tasks.closed', { count: groups.closed.length })}</summary>
              <TaskList tasks={groups.closed} />
            </details>
          )}
        </>
      )}
    </Screen>
  );
}

function TaskGroup({ title, tasks }: { readonly title: string; readonly tasks: readonly TaskRow[] }) {
  if (tasks.length === 0) return null;
  return (
    <section className={styles.group}>
      <h2>
        {title} <span>{tasks.length}</span>
      </h2>
      <TaskList tasks={tasks} />
    </section>
  );
}

function TaskList({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const t = useText();
  const language = useLanguage();
  return (
    <ul className={styles.list}>
      {tasks.map((task) => (
        <li key={task.id}>
          <PhoneLink to={`/tasks/${task.id}`} className={styles.row}>
            <span className={styles.path}>
              {task.path} · {task.unitNames[language] ?? task.unitNames.vi}
            </span>
            <b className={styles.name}>{task.title}</b>
            <span className={styles.facts}>
              {task.cell === 'none' ? null : <StateChip state={task.cell} />}
              <span>{t(`plan:task_state.${task.state}`)}</span>
              {task.nextDueOn === null ? null : (
                <span>
                  {t('due')} <Day value={task.nextDueOn} />
                </span>
              )}
            </span>
          </PhoneLink>
        </li>
      ))}
    </ul>
  );
}
