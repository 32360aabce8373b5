import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ParsedClause } from '../directives.parsed.ts';
import styles from './review.module.css';
import { nameIn, type ReviewOptions } from './review-options.ts';

/** What was understood of a clause, each with the words that it rests on; what a person entered rests on none. */
export function ClauseGrounds({ clause, options }: { readonly clause: ParsedClause; readonly options: ReviewOptions }) {
  const t = useText('directives');
  const formatDate = useDateFormat();
  const span = (from: string | null, to: string | null) =>
    from !== null && to !== null && from !== to
      ? `${formatDate(from)} – ${formatDate(to)}`
      : to === null
        ? ''
        : formatDate(to);
  const grounds = [
    ...clause.units.map((unit) => ({
      words: unit.text,
      meaning: `${t(`grounds.${unit.role}`)}: ${nameIn(options.units, unit.unitId)}`,
    })),
    ...clause.channels.map(({ text, channelId }) => ({
      words: text,
      meaning: `${t('grounds.channel')}: ${nameIn(options.channels, channelId)}`,
    })),
    ...clause.times.map((time) => ({
      words: time.text,
      meaning: [t(`grounds.${time.kind}`), time.rhythm ? t(`rhythm.${time.rhythm}`) : span(time.from, time.to)]
        .filter((part) => part !== '')
        .join(': '),
    })),
    ...clause.outputs.map(({ text, kind, count }) => ({
      words: text,
      meaning: `${t('grounds.output')}: ${count} ${kind}`,
    })),
    ...clause.themes.map(({ text, key }) => ({
      words: text,
      meaning: `${t('grounds.theme')}: ${nameIn(options.themes, key)}`,
    })),
  ].filter(({ words }) => words !== '');
  if (grounds.length === 0) return null;
  return (
    <section className={styles.grounds} aria-label={t('grounds.title')}>
      <p>{t('grounds.title')}</p>
      <ul>
        {grounds.map(({ words, meaning }) => (
          <li key={`${words} ${meaning}`}>
            <q>{words}</q> → {meaning}
          </li>
        ))}
      </ul>
    </section>
  );
}
