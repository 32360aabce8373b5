import { useTranslation } from 'react-i18next';
import { homeOverview } from '../../modules/notifications/notifications.contract.ts';
import { listReceipts } from '../../modules/plan/plan.evidence.contract.ts';
import { useDateFormat } from '../../platform/ui/date-text.tsx';
import { DeskLink } from '../../platform/ui/desk-link.tsx';
import { QueryStates } from '../../platform/ui/states.tsx';
import { Stitch } from '../../platform/ui/stitch.tsx';
import { useEndpoint } from '../../platform/ui/use-endpoint.ts';
import { useText } from '../../platform/ui/use-text.ts';
import type { HomeOverview } from './home-groups.ts';
import styles from './home-side.module.css';
import { TwoWeeks } from './two-weeks.tsx';

/** Beside what waits: two weeks, what comes next, who is late, the own cloth, what was recorded by itself. */
export function HomeSide({ due }: { readonly due: readonly (string | null)[] }) {
  const t = useText('platform');
  const overview = useEndpoint(homeOverview, {}, { refetchInterval: 300_000 });
  return (
    <aside className={styles.side} aria-label={t('home.beside')}>
      <TwoWeeks days={due} daysOff={overview.data?.daysOff ?? []} />
      <QueryStates query={overview} rows={6}>
        {({ ahead, late, cloth }) => (
          <>
            <Ahead ahead={ahead} />
            {late === null ? null : <LateUnits late={late} />}
            {cloth.length === 0 ? null : <Cloth cloth={cloth} />}
            <Recorded />
          </>
        )}
      </QueryStates>
    </aside>
  );
}

function Ahead({ ahead }: Pick<HomeOverview, 'ahead'>) {
  const format = useDateFormat();
  if (ahead.length === 0) return null;
  return (
    <ul className={styles.ahead}>
      {ahead.map((one) => (
        <li key={one.id}>
          <b>{format(one.day).replace(/\/\d{4}$/, '')}</b>
          <span>
            {one.link === null ? one.title : <DeskLink to={one.link}>{one.title}</DeskLink>}
            <small>{one.subtitle}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function LateUnits({ late }: { readonly late: NonNullable<HomeOverview['late']> }) {
  const t = useText('platform');
  const { i18n } = useTranslation();
  const format = useDateFormat();
  return (
    <section aria-label={t('home.late_units')}>
      <h2>{t('home.late_units')}</h2>
      {late.units.length === 0 ? <p className={styles.note}>{t('home.late_none')}</p> : null}
      <ul className={styles.rows}>
        {late.units.map((unit) => (
          <li key={unit.unitId}>
            <Stitch state="late" size={16} title={null} />
            <span>
              {unit.unitNames[i18n.language] ?? unit.unitNames.vi}
              <small>{t('home.late_unit', { count: unit.count, date: format(unit.oldest) })}</small>
            </span>
          </li>
        ))}
      </ul>
      {late.total === 0 ? null : (
        <p className={styles.note}>
          {t('home.late_total', { count: late.total })} <DeskLink to="/plan">{t('home.to_coverage')}</DeskLink>
        </p>
      )}
    </section>
  );
}

function Cloth({ cloth }: Pick<HomeOverview, 'cloth'>) {
  const t = useText('platform');
  return (
    <section aria-label={t('home.cloth')}>
      <h2>{t('home.cloth')}</h2>
      <ul className={styles.cloth}>
        {cloth.map(({ taskId, path, title, cell }) => (
          <li key={taskId}>
            <DeskLink
              to={`/tasks/${taskId}`}
              aria-label={`${path} ${title}: ${t(`state.${cell}`)}`}
              title={`${path} ${title}`}
            >
              {cell === 'none' ? <span className={styles.nothing} /> : <Stitch state={cell} size={18} title={null} />}
            </DeskLink>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('home.cloth_note')}</p>
    </section>
  );
}

/** What the program recorded as evidence by itself; nobody had to hand it in. */
function Recorded() {
  const t = useText('platform');
  const { i18n } = useTranslation();
  const { data } = useEndpoint(listReceipts);
  if (data === undefined || data.receipts.length === 0) return null;
  return (
    <section aria-label={t('home.recorded')}>
      <h2>{t('home.recorded')}</h2>
      <ul className={styles.recorded}>
        {data.receipts.map((one) => {
          const channel = one.channelNames?.[i18n.language] ?? one.channelNames?.vi;
          return (
            <li key={one.id}>
              {t(channel === undefined ? 'home.recorded_held' : 'home.recorded_as', { title: one.title, channel })}{' '}
              <b>{one.paths.join(', ')}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
