import { Stitch, type StitchState } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import styles from './story.module.css';
import type { Check } from './submission-checks.ts';

const stitches: Record<Check['state'], StitchState> = { met: 'done', missing: 'late', advice: 'empty' };

/** What is ready and what is missing before another person reads it. */
export function SubmissionCheckList({ checks }: { readonly checks: readonly Check[] }) {
  const t = useText('newsroom');
  return (
    <ul className={styles.steps}>
      {checks.map(({ name, state }) => (
        <li key={name}>
          <Stitch state={stitches[state]} title={null} />
          {t(`page.check_${name}_${state === 'met' ? 'met' : 'missing'}`)}
        </li>
      ))}
    </ul>
  );
}
