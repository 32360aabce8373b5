import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type Balance, getBalance } from '../newsroom.balance.contract.ts';
import styles from './balance.module.css';
import { BalanceTable } from './balance-table.tsx';
import { NewsroomTabs } from './newsroom-tabs.tsx';
import { useName } from './use-name.ts';

/** Themes × languages × months: what went out, what is coming, and where nothing is. */
export function BalancePage() {
  const t = useText('newsroom');
  const [year, setYear] = useState<number | null>(null);
  const query = useEndpoint(getBalance, { query: year === null ? {} : { year } }, { keepPrevious: true });
  return (
    <Page title={t('balance.title')} lead={t('balance.lead')}>
      <NewsroomTabs />
      <QueryStates query={query} rows={12}>
        {(data) => (
          <>
            <div className={styles.bar}>
              <NativeSelect
                label={t('balance.year')}
                value={String(data.year)}
                data={data.years.map(String)}
                onChange={(event) => setYear(Number(event.currentTarget.value))}
              />
              <p className={styles.legend}>{t('balance.legend')}</p>
            </div>
            {data.themes.length === 0 && data.cells.length === 0 ? (
              <EmptyState title={t('balance.empty')} text={t('balance.empty_hint')} />
            ) : (
              <>
                <Gaps balance={data} />
                <BalanceTable balance={data} />
              </>
            )}
          </>
        )}
      </QueryStates>
    </Page>
  );
}

/** What is missing, in words: one line a theme. */
function Gaps({ balance }: { readonly balance: Balance }) {
  const t = useText('newsroom');
  const nameOf = useName();
  if (balance.currentMonth === null) return null;
  const languageOf = (code: string) =>
    nameOf(balance.languages.find((language) => language.code === code)?.names ?? {});
  const lines = balance.themes.flatMap((theme) => {
    const own = balance.gaps.filter((gap) => gap.themeId === theme.id);
    return own.length === 0 ? [] : [{ theme, own }];
  });
  if (lines.length === 0) return <p className={styles.full}>{t('balance.no_gaps')}</p>;
  return (
    <section className={styles.gaps} aria-labelledby="balance-gaps">
      <h2 id="balance-gaps">{t('balance.gaps')}</h2>
      <ul>
        {lines.map(({ theme, own }) => (
          <li key={theme.id}>
            <b>{nameOf(theme.titles)}</b>
            <span>
              {own
                .map((gap) => t('balance.gap', { language: languageOf(gap.language), count: gap.quietMonths }))
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
