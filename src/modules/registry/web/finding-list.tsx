import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/ui/use-text.ts';
import type { CheckFinding } from '../registry.check.contract.ts';
import styles from './registry.module.css';

/** Each finding: what, where, what it should be, which rule says so, and a mended copy where that is safe. */
export function FindingList({
  findings,
  onMend,
}: {
  readonly findings: readonly CheckFinding[];
  /** Missing where they are mended together. */
  readonly onMend?: (finding: CheckFinding) => void;
}) {
  const t = useText('registry');
  const { i18n } = useTranslation('registry');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={finding.id} data-severity={finding.severity}>
          <div>
            <strong>{finding.words[language]}</strong> <span className="note">{t(`check.${finding.severity}`)}</span>
            {finding.place === '' ? null : <q>{finding.place}</q>}
            <p>{t('check.line', { found: finding.found, expected: finding.expected })}</p>
            <p className="note">{t('check.source', { source: finding.source })}</p>
          </div>
          {finding.canMend && onMend ? (
            <Button
              variant="default"
              size="compact-md"
              aria-label={t('check.mendOne', { rule: finding.words[language], place: finding.place })}
              onClick={() => onMend(finding)}
            >
              {t('check.mend')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
