import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ReportContent } from '../reports.contract.ts';
import styles from './reports.module.css';

/** Each figure with the way it is counted, one press away: in words, then the query itself for who wants to check it. */
export function ReportFigures({ figures }: { readonly figures: ReportContent['figures'] }) {
  const t = useText('reports');
  const { i18n } = useTranslation();
  const locale = i18n.language.startsWith('vi') ? 'vi-VN' : 'en-GB';
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt>{t(`figure.${figure.key}`)}</dt>
          <dd>
            <strong>{figure.value.toLocaleString(locale)}</strong>
            <details>
              <summary aria-label={`${t('detail.how')}: ${t(`figure.${figure.key}`)}`}>{t('detail.how')}</summary>
              <p className={styles.words}>{t(`query.${figure.key}`)}</p>
              <code className={styles.query}>
                {figure.query.name}
                {figure.query.filters.map((filter) => (
                  <span key={filter}>{filter}</span>
                ))}
              </code>
            </details>
          </dd>
        </div>
      ))}
    </dl>
  );
}
