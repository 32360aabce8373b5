import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { Stitch } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { TaskDetail } from '../plan.shapes.contract.ts';
import styles from './task-page.module.css';

/** The periods of a steady task, one stitch each, in the order of time. */
export function TaskPeriods({ task }: { readonly task: TaskDetail }) {
  const t = useText('plan');
  const platform = useText('platform');
  const formatDate = useDateFormat();
  return (
    <ol className={styles.periods} aria-label={t('task.periods')}>
      {task.periods.map((period) => {
        const name = t('task.period_of', { from: formatDate(period.startsOn), to: formatDate(period.endsOn) });
        return (
          <li key={period.startsOn}>
            {period.state === 'none' ? null : (
              <Stitch
                state={period.state}
                count={period.accepted > 0 ? period.accepted : undefined}
                size={18}
                title={t('task.period_cell', {
                  period: name,
                  state: platform(`state.${period.state}`),
                  accepted: period.accepted,
                  expected: task.expectedCount,
                })}
              />
            )}
            <span aria-hidden="true">{formatDate(period.endsOn).slice(0, 5)}</span>
          </li>
        );
      })}
    </ol>
  );
}
