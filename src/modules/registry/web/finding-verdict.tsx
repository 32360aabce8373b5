import { useText } from '../../../platform/ui/use-text.ts';
import type { CheckFinding } from '../registry.check.contract.ts';
import styles from './registry.module.css';

const severities = ['error', 'suggestion', 'note'] as const;

/** One sentence: whether there are errors, and how much of each was found. */
export function FindingVerdict({ findings }: { readonly findings: readonly CheckFinding[] }) {
  const t = useText('registry');
  const countOf = (severity: CheckFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return (
    <p className={styles.verdict}>
      {t(countOf('error') > 0 ? 'check.hasErrors' : 'check.noErrors')}{' '}
      {t('check.counts', Object.fromEntries(severities.map((each) => [each, countOf(each)])))}
    </p>
  );
}
