import { DateText, useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Stitch } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DuePeriod, TaskDetail } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './task-page.module.css';

/** With each event of the calendar that asks for the task: what came, and until when it is due. */
export function TaskEventPeriods({
  periods,
  expectedCount,
}: {
  readonly periods: readonly DuePeriod[];
  readonly expectedCount: number;
}) {
  const t = useText('plan');
  const platform = useText('platform');
  const localName = useLocalName();
  return (
    <ol className={styles.events} aria-label={t('task.events')}>
      {periods.map((period) =>
        period.event === null || period.state === 'none' ? null : (
          <li key={period.event.dateId} data-live={period.event.isLive}>
            <Stitch
              state={period.state}
              count={period.accepted > 0 ? period.accepted : undefined}
              size={18}
              title={platform(`state.${period.state}`)}
            />
            <div>
              {period.event.titles === null ? (
                <span>{t('task.hidden_event')}</span>
              ) : (
                <DeskLink to="/calendar/dates/$dateId" params={{ dateId: period.event.dateId }}>
                  {localName(period.event.titles)}
                </DeskLink>
              )}
              <p>
                <DateText value={period.startsOn} /> · {t('task.event_due')} <DateText value={period.endsOn} /> ·{' '}
                {platform(`state.${period.state}`)}
                {period.event.isLive ? '' : ` · ${t('task.event_off')}`}
              </p>
            </div>
            <span>{t('task.event_count', { accepted: period.accepted, expected: expectedCount })}</span>
          </li>
        ),
      )}
    </ol>
  );
}

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
