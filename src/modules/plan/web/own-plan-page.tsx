import { NativeSelect, Pagination } from '@mantine/core';
import { useState } from 'react';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { StateChip } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getOwnPlan, type OwnPlan } from '../plan.own-plan.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './own-plan.module.css';
import { OwnTasks } from './own-tasks.tsx';
import { TaskTabs } from './task-tabs.tsx';

/** The plan of a unit: what it took on, and what it does for it by itself. */
export function OwnPlanPage() {
  const t = useText('plan');
  const localName = useLocalName();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const plan = useEndpoint(
    getOwnPlan,
    { query: unitId === null ? { page } : { unitId, page } },
    { keepPrevious: true },
  );
  const unit = plan.data?.unit ?? null;
  return (
    <Page
      title={unit === null ? t('own.title') : t('own.heading', { unit: localName(unit.names) })}
      name={t('own.title')}
      width="text"
      crumbs={[{ label: t('coverage.title'), path: '/plan' }]}
    >
      <TaskTabs />
      <QueryStates query={plan}>
        {(data) => (
          <>
            {data.units.length > 1 ? (
              <NativeSelect
                label={t('coverage.unit')}
                mb="md"
                data={data.units.map((each) => ({ value: each.id, label: localName(each.names) }))}
                value={data.unit?.id ?? ''}
                onChange={(event) => {
                  setUnitId(event.currentTarget.value);
                  setPage(1);
                }}
              />
            ) : null}
            <Tasks plan={data} />
            {data.total > data.pageSize ? (
              <Pagination
                mt="md"
                value={page}
                onChange={setPage}
                total={Math.ceil(data.total / data.pageSize)}
                getControlProps={(control) => ({ 'aria-label': t(`tasks.${control}`) })}
              />
            ) : null}
          </>
        )}
      </QueryStates>
    </Page>
  );
}

function Tasks({ plan }: { readonly plan: OwnPlan }) {
  const t = useText('plan');
  return (
    <>
      {plan.unanswered === 0 || plan.unit === null ? null : (
        <p className={styles.notice}>
          {t('own.unanswered', { count: plan.unanswered })}{' '}
          <DeskLink to="/tasks" search={{ unitId: plan.unit.id, state: 'sent' }}>
            {t('own.answer')}
          </DeskLink>
        </p>
      )}
      {plan.tasks.length === 0 ? <EmptyState title={t('own.empty')} text={t('own.empty_text')} /> : null}
      <ol className={styles.tasks}>
        {plan.tasks.map((task) => (
          <li key={task.id}>
            <h2>
              <DeskLink to="/tasks/$taskId" params={{ taskId: task.id }}>{`${task.path} ${task.title}`}</DeskLink>
            </h2>
            <p className={styles.facts}>
              {task.cell === 'none' ? null : <StateChip state={task.cell} />} {t(`mode.${task.mode}`)}.{' '}
              {t(`task_state.${task.state}`)}. {t('task.rhythm')}: {t(`rhythm.${task.rhythm}`)}.{' '}
              {task.nextDueOn === null ? null : (
                <>
                  {t('task.next_due')}: <DateText value={task.nextDueOn} />.
                </>
              )}
            </p>
            <OwnTasks task={task} />
          </li>
        ))}
      </ol>
    </>
  );
}
