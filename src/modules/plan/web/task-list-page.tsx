import { Pagination } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { StateChip } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listTasks } from '../plan.contract.ts';
import type { TaskRow } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import { type TaskChoice, TaskFilters } from './task-filters.tsx';
import styles from './task-list.module.css';
import { TaskTabs } from './task-tabs.tsx';

/** Tasks: filtered, sorted and paged by the server; the choice stands in the address, so that it can be kept and sent. */
export function TaskListPage() {
  const t = useText('plan');
  const goTo = useGoTo();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const choice: TaskChoice = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
    ),
  );
  const page = Number(choice.page ?? 1) || 1;
  const query = listTasks.query.safeParse({ ...choice, page });
  const tasks = useEndpoint(listTasks, { query: query.success ? query.data : { page } }, { keepPrevious: true });
  const go = (change: Readonly<Record<string, string>>) =>
    goTo({
      to: '/tasks',
      search: Object.fromEntries(Object.entries({ ...choice, ...change }).filter(([, value]) => value !== '')),
    });
  return (
    <Page title={t('tasks.title')} crumbs={[{ label: t('coverage.title'), path: '/plan' }]}>
      <TaskTabs />
      <TaskFilters choice={choice} onChoose={(name, value) => void go({ [name]: value, page: '' })} />
      <QueryStates query={tasks}>
        {(data) =>
          data.tasks.length === 0 ? (
            <EmptyState title={t('tasks.empty')} />
          ) : (
            <>
              <p className="note">{t('tasks.count', { count: data.total })}</p>
              <TaskTable tasks={data.tasks} />
              {data.total > data.pageSize ? (
                <Pagination
                  mt="md"
                  value={page}
                  onChange={(next) => void go({ page: String(next) })}
                  total={Math.ceil(data.total / data.pageSize)}
                  getControlProps={(control) => ({ 'aria-label': t(`tasks.${control}`) })}
                />
              ) : null}
            </>
          )
        }
      </QueryStates>
    </Page>
  );
}

function TaskTable({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const t = useText('plan');
  const localName = useLocalName();
  return (
    <DataTable
      caption={t('tasks.title')}
      rows={tasks}
      rowKey={(task) => task.id}
      columns={[
        {
          key: 'title',
          label: t('task.name'),
          heading: true,
          render: (task) => (
            <DeskLink to="/tasks/$taskId" params={{ taskId: task.id }}>{`${task.path} ${task.title}`}</DeskLink>
          ),
        },
        { key: 'unit', label: t('coverage.unit'), render: (task) => localName(task.unitNames) },
        {
          key: 'state',
          label: t('tasks.state'),
          render: (task) => (
            <>
              {t(`task_state.${task.state}`)}
              {task.hasOpenQuestion ? (
                <>
                  <br />
                  <span className={styles.open}>{t('tasks.asks')}</span>
                </>
              ) : null}
            </>
          ),
        },
        {
          key: 'cell',
          label: t('tasks.progress'),
          render: (task) => (task.cell === 'none' ? '' : <StateChip state={task.cell} />),
        },
        {
          key: 'priority',
          label: t('task.priority'),
          render: (task) => (
            <span className={styles.priority} data-priority={task.priority}>
              {t(`priority.${task.priority}`)}
            </span>
          ),
        },
        {
          key: 'due',
          label: t('task.next_due'),
          render: (task) => (task.nextDueOn === null ? '' : <DateText value={task.nextDueOn} />),
        },
      ]}
    />
  );
}
