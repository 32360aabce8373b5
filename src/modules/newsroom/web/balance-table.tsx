import { useEffect, useRef } from 'react';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Balance } from '../newsroom.balance.contract.ts';
import styles from './balance.module.css';
import { useName } from './use-name.ts';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** One row a theme and language, one column a month: the number that went out, and `+n` for what is planned. */
export function BalanceTable({ balance }: { readonly balance: Balance }) {
  const t = useText('newsroom');
  const nameOf = useName();
  const { languages, currentMonth, firstMonth } = balance;
  const groups = [
    ...balance.themes.map((theme) => ({ id: theme.id as string | null, title: nameOf(theme.titles) })),
    ...(balance.cells.some((cell) => cell.themeId === null) ? [{ id: null, title: t('balance.no_theme') }] : []),
  ];
  const region = useRef<HTMLElement>(null);
  // A narrow window opens at the current month, not at January.
  useEffect(() => {
    const now = region.current?.querySelector<HTMLElement>('th[data-now="true"]');
    if (region.current && now) region.current.scrollLeft = now.offsetLeft - region.current.clientWidth / 2;
  }, []);
  const byPlace = new Map(balance.cells.map((cell) => [placeOf(cell.themeId, cell.language, cell.month), cell]));
  return (
    // A region that scrolls sideways can be reached and moved by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls
    <section ref={region} className={styles.wrap} tabIndex={0} aria-label={t('balance.title')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('balance.caption', { year: balance.year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('balance.language')}</th>
            {months.map((month) => (
              <th key={month} scope="col" data-now={month === currentMonth}>
                {t('balance.month', { month })}
              </th>
            ))}
            <th scope="col">{t('balance.total')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id ?? 'none'}>
            <tr>
              <th scope="rowgroup" colSpan={months.length + 2} className={styles.theme}>
                <span>{group.title}</span>
              </th>
            </tr>
            {languages.map((language) => {
              const cells = months.map((month) => byPlace.get(placeOf(group.id, language.code, month)));
              const total = cells.reduce((sum, cell) => sum + (cell?.published ?? 0), 0);
              return (
                <tr key={language.code}>
                  <th scope="row" className={styles.language}>
                    {nameOf(language.names)}
                  </th>
                  {cells.map((cell, position) => {
                    const month = position + 1;
                    const isPast = month >= firstMonth && currentMonth !== null && month <= currentMonth;
                    return (
                      <td
                        key={month}
                        data-level={levelOf(cell?.published ?? 0)}
                        data-planned={(cell?.planned ?? 0) > 0}
                        data-quiet={isPast && cell === undefined && group.id !== null}
                        data-now={month === currentMonth}
                      >
                        <CellText cell={cell} />
                      </td>
                    );
                  })}
                  <td className={styles.total}>{total}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function CellText({ cell }: { readonly cell: Balance['cells'][number] | undefined }) {
  const t = useText('newsroom');
  if (cell === undefined) return <span className="visually-hidden">{t('balance.nothing')}</span>;
  return (
    <>
      <span className="visually-hidden">{t('balance.cell', { published: cell.published, planned: cell.planned })}</span>
      <span aria-hidden="true">
        {cell.published > 0 ? cell.published : ''}
        {cell.planned > 0 ? <i>+{cell.planned}</i> : null}
      </span>
    </>
  );
}

function placeOf(themeId: string | null, language: string, month: number): string {
  return `${themeId} ${language} ${month}`;
}

/** Four depths of colour; the number says it too. */
function levelOf(published: number): number {
  if (published === 0) return 0;
  if (published === 1) return 1;
  return published < 5 ? 2 : 3;
}
