import { Button } from '@mantine/core';
import { Section } from '../../../platform/ui/page.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ParsedRepair, ParsedWarning } from '../directives.parsed.ts';
import styles from './review.module.css';
import type { ReviewDraft } from './review-draft.ts';

/** What the reader may have misread: proposals to accept or ignore, and notes. Nothing is changed silently. */
export function ReviewFindings(props: {
  readonly repairs: readonly ParsedRepair[];
  readonly warnings: readonly ParsedWarning[];
  /** What was left out or changed when the file was read. */
  readonly readWarnings: readonly string[];
  readonly decisions: ReviewDraft['decisions'];
  /** What is saved already; a decision that is not may be taken back. */
  readonly saved: ReviewDraft['decisions'];
  readonly isEditable: boolean;
  readonly onDecide: (decisions: ReviewDraft['decisions']) => void;
}) {
  const t = useText('directives');
  const decide = (index: number, decision: 'accepted' | 'declined' | null) => {
    const { [index]: _before, ...others } = props.decisions;
    props.onDecide(decision === null ? others : { ...others, [index]: decision });
  };
  return (
    <>
      {props.repairs.length > 0 ? (
        <Section title={t('review.repairs')} note={String(props.repairs.length)}>
          <ul className={styles.plain}>
            {props.repairs.map((repair, index) => (
              <li key={`${repair.kind}-${repair.at}`} className={styles.repair}>
                <span>
                  {t(`repair.${repair.kind}`)}: <del>{repair.before.replace(/\s*\n\s*/g, ' ⏎ ')}</del> →{' '}
                  <ins>{repair.after}</ins>
                </span>
                <span className={styles.buttons}>
                  {props.decisions[index] ? t(`repair.${props.decisions[index]}`) : null}
                  {props.isEditable && !props.decisions[index] && repair.kind === 'recognition-slip' ? (
                    <>
                      <Button size="xs" variant="default" onClick={() => decide(index, 'accepted')}>
                        {t('repair.accept')}
                      </Button>
                      <Button size="xs" variant="subtle" onClick={() => decide(index, 'declined')}>
                        {t('repair.decline')}
                      </Button>
                    </>
                  ) : null}
                  {props.isEditable && props.decisions[index] && !props.saved[index] ? (
                    <Button size="xs" variant="subtle" onClick={() => decide(index, null)}>
                      {t('repair.undo')}
                    </Button>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {props.warnings.length + props.readWarnings.length > 0 ? (
        <Section title={t('review.warnings')}>
          <ul className={styles.plain}>
            {props.readWarnings.map((code) => (
              <li key={code}>{t(`warning.${code}`)}</li>
            ))}
            {props.warnings.map((warning) => (
              <li key={`${warning.code}-${warning.at}-${warning.detail}`}>
                {t(`warning.${warning.code}`)} {warning.detail}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
