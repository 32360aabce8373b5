import { useCallback, useEffect, useRef } from 'react';
import { homeQueue } from '../../modules/notifications/notifications.contract.ts';
import { dayOf, useDateFormat } from '../../platform/ui/date-text.tsx';
import { DeskLink } from '../../platform/ui/desk-link.tsx';
import { usePageHead } from '../../platform/ui/page-head.ts';
import { QueryStates } from '../../platform/ui/states.tsx';
import { useEndpoint } from '../../platform/ui/use-endpoint.ts';
import { useText } from '../../platform/ui/use-text.ts';
import type { HomeGroups, HomeRest } from './home-groups.ts';
import { HomeItemRow } from './home-item-row.tsx';
import styles from './home-page.module.css';
import { HomeSide } from './home-side.tsx';
import { NothingWaits } from './nothing-waits.tsx';

/** What waits for me: one sentence with the count, then by day. J and K move, Enter opens. */
export function HomePage() {
  const t = useText('platform');
  const queue = useEndpoint(homeQueue, {}, { refetchInterval: 60_000 });
  usePageHead(t('home.title'));
  return (
    <div className={styles.home}>
      {queue.data === undefined ? <h1 className="visually-hidden">{t('home.title')}</h1> : null}
      <QueryStates query={queue} rows={6}>
        {({ groups, rest }) => (
          <>
            <Waiting groups={groups} rest={rest} />
            <HomeSide due={groups.flatMap((group) => group.items.map((item) => item.dueOn))} />
          </>
        )}
      </QueryStates>
    </div>
  );
}

function Waiting({ groups, rest }: { readonly groups: HomeGroups; readonly rest: HomeRest }) {
  const t = useText('platform');
  const list = useListKeys();
  const total = groups.reduce((sum, group) => sum + group.items.length, 0) + sumOf(rest);
  let isFirst = true;
  return (
    <div ref={list}>
      <Headline groups={groups} total={total} />
      {total === 0 ? <NothingWaits /> : null}
      {groups.map((group) => (
        <section key={group.key} aria-label={t(`home.group.${group.key}`)}>
          <div className={styles.groupHead}>
            <h2>{t(`home.group.${group.key}`)}</h2>
            <span>{t('home.count', { count: group.items.length })}</span>
          </div>
          <ul>
            {group.items.map((item) => {
              const isPrimary = isFirst;
              isFirst = false;
              return <HomeItemRow key={item.id} item={item} isPrimary={isPrimary} />;
            })}
          </ul>
        </section>
      ))}
      {rest.map((each) => (
        <RestRow key={each.kind} rest={each} />
      ))}
      {total > 1 ? (
        <p className={styles.keys}>
          <kbd>J</kbd> <kbd>K</kbd> {t('home.keys')} <kbd>Enter</kbd> {t('home.keys_open')}
        </p>
      ) : null}
    </div>
  );
}

function sumOf(rest: HomeRest): number {
  return rest.reduce((sum, each) => sum + each.count, 0);
}

/** `plan.rest_work` is said by key `home.rest_work` of the module `plan`. */
function RestRow({ rest }: { readonly rest: HomeRest[number] }) {
  const t = useText('platform');
  const dot = rest.kind.indexOf('.');
  const words = useText(rest.kind.slice(0, dot));
  return (
    <p className={styles.rest}>
      {words(`home.${rest.kind.slice(dot + 1)}`, { count: rest.count })}{' '}
      <DeskLink to={rest.link}>{t('home.see_all')}</DeskLink>
    </p>
  );
}

function Headline({ groups, total }: { readonly groups: HomeGroups; readonly total: number }) {
  const t = useText('platform');
  const format = useDateFormat();
  const late = groups.find((group) => group.key === 'overdue')?.items.length ?? 0;
  const today = dayOf(new Date());
  const nearest = groups
    .flatMap((group) => group.items.map((item) => item.dueOn))
    .filter((day): day is string => day !== null && day >= today)
    .sort()[0];
  if (total === 0) return <h1>{t('home.headline_none')}</h1>;
  return (
    <h1>
      {t('home.headline', { count: total })}
      {late === 0 ? null : (
        <>
          , <span className={styles.late}>{t('home.headline_late', { late })}</span>
        </>
      )}
      .
      {nearest === undefined ? null : (
        <span className={styles.nearest}>
          {' '}
          {t('home.nearest', { date: nearest === today ? t('home.today').toLocaleLowerCase() : format(nearest) })}
        </span>
      )}
    </h1>
  );
}

/** J and K move between the items, as in a mail reader, unless somebody is typing. */
function useListKeys() {
  const list = useRef<HTMLDivElement>(null);
  const onKey = useCallback((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return;
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0) return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-home-item]') ?? [])];
    const here = items.indexOf(document.activeElement as HTMLElement);
    items[Math.max(0, Math.min(items.length - 1, here + step))]?.focus();
  }, []);
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onKey]);
  return list;
}
