import { NativeSelect } from '@mantine/core';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { getPlan, listPlans } from '../plan.contract.ts';
import { priority, taskSort, taskState, taskWaits } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './task-list.module.css';

export type TaskChoice = Readonly<Record<string, string>>;
const deadlines = ['late', 'week', 'month', 'none'] as const;

/** Each filter of the list is a choice that stands in the address of the page. */
export function TaskFilters({
  choice,
  onChoose,
}: {
  readonly choice: TaskChoice;
  readonly onChoose: (name: string, value: string) => void;
}) {
  const t = useText('plan');
  const localName = useLocalName();
  const units = useEndpoint(listUnits);
  const plans = useEndpoint(listPlans);
  const planId = choice.planId ?? plans.data?.plans[0]?.id ?? '';
  const plan = useEndpoint(getPlan, { params: { id: planId } }, { enabled: planId !== '' });
  const select = (name: string, label: string, first: string, options: readonly { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={choice[name] ?? ''}
      data={[{ value: '', label: first }, ...options]}
      onChange={(event) => onChoose(name, event.currentTarget.value)}
    />
  );
  return (
    <div className={styles.filters}>
      {select('mine', t('tasks.whose'), t('tasks.everyone'), [{ value: 'true', label: t('tasks.mine') }])}
      {select(
        'unitId',
        t('coverage.unit'),
        t('tasks.all_units'),
        (units.data?.units ?? []).map((unit) => ({ value: unit.id, label: localName(unit.names) })),
      )}
      {select(
        'state',
        t('tasks.state'),
        t('tasks.all_states'),
        taskState.options.map((value) => ({ value, label: t(`task_state.${value}`) })),
      )}
      {select(
        'waits',
        t('tasks.waits'),
        t('tasks.waits_any'),
        taskWaits.options.map((value) => ({ value, label: t(`tasks.waits_${value}`) })),
      )}
      {select(
        'themeId',
        t('coverage.theme'),
        t('coverage.all_themes'),
        (plan.data?.themes ?? []).map((theme) => ({ value: theme.id, label: localName(theme.titles) })),
      )}
      {select(
        'deadline',
        t('tasks.deadline'),
        t('tasks.any_deadline'),
        deadlines.map((value) => ({ value, label: t(`tasks.deadline_${value}`) })),
      )}
      {select(
        'priority',
        t('task.priority'),
        t('tasks.any_priority'),
        priority.options.map((value) => ({ value, label: t(`priority.${value}`) })),
      )}
      <NativeSelect
        label={t('tasks.sort')}
        value={choice.sort ?? 'due'}
        data={taskSort.options.map((value) => ({ value, label: t(`tasks.sort_${value}`) }))}
        onChange={(event) => onChoose('sort', event.currentTarget.value)}
      />
    </div>
  );
}
