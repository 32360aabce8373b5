import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { Stitch, type StitchState } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Edition } from '../newsroom.shapes.contract.ts';
import styles from './story.module.css';

const steps = ['write', 'approve', 'publish'] as const;

/** Where the edition stands between the first word and the reader. */
export function WorkPath({ edition }: { readonly edition: Edition }) {
  const t = useText('newsroom');
  const dates = useDateFormat();
  const { workState, publicState } = edition;
  const isApproved = workState === 'approved' && !edition.needsLaterApproval;
  const states: Record<(typeof steps)[number], StitchState> = {
    write: ['drafting', 'in_editing', 'returned'].includes(workState) ? 'running' : 'done',
    approve: isApproved
      ? 'done'
      : workState === 'awaiting_approval' || workState === 'in_appraisal'
        ? 'running'
        : 'idle',
    publish: publicState === 'live' ? 'done' : publicState === 'scheduled' ? 'running' : 'idle',
  };
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Stitch state={states[step]} /> {t(`page.step_${step}`)}
          </li>
        ))}
      </ol>
      <p className={styles.state}>
        {t(`work_state.${workState}`)} · {t(`public_state.${publicState}`)}
        {edition.submittedByName ? ` · ${t('page.submitted_by', { name: edition.submittedByName })}` : null}
        {edition.notBefore && publicState === 'scheduled' ? ` · ${dates(edition.notBefore, { time: true })}` : null}
      </p>
      {edition.returnReason ? (
        <p className={styles.notice}>{t('page.returned', { reason: edition.returnReason })}</p>
      ) : null}
      {edition.needsLaterApproval ? <p className={styles.notice}>{t('page.urgent_notice')}</p> : null}
      {edition.pendingChange ? (
        <p className={styles.notice}>
          {t('page.pending', { kind: t(`change_kind.${edition.pendingChange}`), note: edition.pendingNote ?? '' })}
        </p>
      ) : null}
      {edition.withdrawalReason ? (
        <p className={styles.notice}>{t('page.withdrawn', { reason: edition.withdrawalReason })}</p>
      ) : null}
      {edition.publicPath && publicState !== 'removed' ? (
        <p>
          <a href={edition.publicPath}>{t('page.open_public')}</a>
        </p>
      ) : null}
    </>
  );
}
