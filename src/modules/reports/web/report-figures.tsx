import { useText } from '../../../platform/ui/use-text.ts';
import type { ReportContent } from '../reports.contract.ts';
import styles from './reports.module.css';

/** Each figure with the way it is counted, one press away. */
export function ReportFigures({ figures }: { readonly figures: ReportContent['figures'] }) {
  const t = useText('reports');
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt>{t(`figure.${figure.key}`)}</dt>
          <dd>
            <strong>{figure.value.toLocaleString('vi-VN')}</strong>
            <details>
              <summary aria-label={`${t('detail.how')}: ${t(`figure.${figure.key}`)}`}>{t('detail.how')}</summary>
              {t(`query.${figure.key}`)}
            </details>
          </dd>
        </div>
      ))}
    </dl>
  );
}
