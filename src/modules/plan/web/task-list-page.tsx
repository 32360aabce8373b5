import { Group, NativeSelect, Pagination } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { StateChip } from '../../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { listTasks, taskState } from '../plan.contract.ts';
import { useLocalName } from './cell-name.ts';

/** Tasks by due day, filtered by unit and state. */
export function TaskListPage() {
  const t = useText('plan');
  const localName = useLocalName();
  const [unitId, setUnitId] = useState('');
  const [state, setState] = useState('');
  const [page, setPage] = useState(1);
  const units = useEndpoint(listUnits);
  const known = taskState.options.find((each) => each === state);
  const tasks = useEndpoint(
    listTasks,
    { query: { page, ...(unitId === '' ? {} : { unitId }), ...(known === undefined ? {} : { state: known }) } },
    { keepPrevious: true },
  );
  const choose = (change: () => void) => {
    change();
    setPage(1);
  };
  return (
    <Page title={t('tasks.title')} crumbs={[{ label: t('coverage.title'), path: '/plan' }]}>
      <Group gap="sm" mb="md" align="flex-end">
        <NativeSelect
          label={t('coverage.unit')}
          value={unitId}
          onChange={(event) => choose(() => setUnitId(event.currentTarget.value))}
          data={[
            { value: '', label: t('tasks.all_units') },
            ...(units.data?.units ?? []).map((unit) => ({ value: unit.id, label: localName(unit.names) })),
          ]}
        />
        <NativeSelect
          label={t('tasks.state')}
          value={state}
          onChange={(event) => choose(() => setState(event.currentTarget.value))}
          data={[
            { value: '', label: t('tasks.all_states') },
            ...taskState.options.map((value) => ({ value, label: t(`task_state.${value}`) })),
          ]}
        />
      </Group>
      <QueryStates query={tasks}>
        {(data) =>
          data.tasks.length === 0 ? (
            <EmptyState title={t('tasks.empty')} />
          ) : (
            <>
              <DataTable
                caption={t('tasks.title')}
                rows={data.tasks}
                rowKey={(task) => task.id}
                columns={[
                  {
                    key: 'title',
                    label: t('task.name'),
                    heading: true,
                    render: (task) => (
                      <DeskLink
                        to="/tasks/$taskId"
                        params={{ taskId: task.id }}
                      >{`${task.path} ${task.title}`}</DeskLink>
                    ),
                  },
                  { key: 'unit', label: t('coverage.unit'), render: (task) => localName(task.unitNames) },
                  { key: 'state', label: t('tasks.state'), render: (task) => t(`task_state.${task.state}`) },
                  {
                    key: 'cell',
                    label: t('tasks.progress'),
                    render: (task) => (task.cell === 'none' ? '' : <StateChip state={task.cell} />),
                  },
                  {
                    key: 'due',
                    label: t('task.due'),
                    render: (task) => (task.dueOn === null ? '' : <DateText value={task.dueOn} />),
                  },
                ]}
              />
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
          )
        }
      </QueryStates>
    </Page>
  );
}
