import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listOccasions, type Occasion } from '../newsroom.occasions.contract.ts';
import { NewsroomTabs } from './newsroom-tabs.tsx';
import styles from './occasions.module.css';
import { useName } from './use-name.ts';

/** What the calendar offers to write about: days ahead for which no story has been begun. */
export function OccasionsPage() {
  const t = useText('newsroom');
  const query = useEndpoint(listOccasions);
  return (
    <Page title={t('occasions.title')} lead={t('occasions.lead')}>
      <NewsroomTabs />
      <QueryStates query={query} rows={6}>
        {({ occasions, mayWrite }) =>
          occasions.length === 0 ? (
            <EmptyState title={t('occasions.empty')} text={t('occasions.empty_hint')} />
          ) : (
            <ul>
              {occasions.map((occasion) => (
                <OccasionItem key={occasion.dateId} occasion={occasion} mayWrite={mayWrite} />
              ))}
            </ul>
          )
        }
      </QueryStates>
    </Page>
  );
}

function OccasionItem({ occasion, mayWrite }: { readonly occasion: Occasion; readonly mayWrite: boolean }) {
  const t = useText('newsroom');
  const nameOf = useName();
  const title = nameOf(occasion.titles);
  const { vi = title } = occasion.titles;
  const years = occasion.years === null ? '' : t('occasions.years', { years: occasion.years });
  return (
    <li className={styles.item}>
      <div>
        <h2>
          <DeskLink to="/calendar/dates/$dateId" params={{ dateId: occasion.dateId }}>
            {title}
          </DeskLink>
        </h2>
        <p className={styles.meta}>
          <DateText value={occasion.startsOn} weekday />
          {[years, occasion.place].filter(Boolean).map((words) => ` · ${words}`)}
          {occasion.isRound ? <b> · {t('occasions.round')}</b> : null}
        </p>
      </div>
      {mayWrite ? (
        <DeskLink
          to="/stories/new"
          search={{ occasion: occasion.dateId, title: occasion.years === null ? vi : `${vi}: ${occasion.years} năm` }}
          className={styles.action}
          aria-label={`${t('occasions.write')}: ${title}`}
        >
          {t('occasions.write')}
        </DeskLink>
      ) : null}
    </li>
  );
}
