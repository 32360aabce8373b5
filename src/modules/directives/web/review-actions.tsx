import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DirectiveDetail } from '../directives.contract.ts';
import type { UnsavedReview } from './use-review-draft.ts';
import type { ReviewSteps } from './use-review-steps.ts';

/** What may be done with the directive now: save, confirm, and once it is confirmed go on to the plan. */
export function ReviewActions(props: {
  readonly detail: DirectiveDetail;
  readonly unsaved: UnsavedReview;
  readonly steps: ReviewSteps;
}) {
  const t = useText('directives');
  const [asksToConfirm, setAsksToConfirm] = useState(false);
  const [proposesPlan, setProposesPlan] = useState(true);
  const { detail, unsaved, steps } = props;
  return (
    <>
      {detail.abilities.review ? (
        <Button variant="default" disabled={unsaved.undo === null} onClick={() => unsaved.undo?.()}>
          {t('review.undo')}
        </Button>
      ) : null}
      {detail.abilities.review ? (
        <Button
          variant="default"
          disabled={!unsaved.isChanged || unsaved.isOutdated}
          loading={steps.isSaving}
          onClick={steps.save}
        >
          {t('review.save')}
        </Button>
      ) : null}
      {detail.abilities.confirm ? (
        <Button
          variant="filled"
          disabled={unsaved.isChanged}
          title={unsaved.isChanged ? t('review.unsaved') : ''}
          onClick={() => setAsksToConfirm(true)}
        >
          {t('review.confirm')}
        </Button>
      ) : null}
      {detail.state === 'confirmed' ? <DeskLink to="/plan">{t('review.openPlan')}</DeskLink> : null}
      <ConfirmDialog
        opened={asksToConfirm && detail.abilities.confirm}
        title={t('review.confirm')}
        confirmLabel={t('review.confirm')}
        pending={steps.isConfirming}
        error={steps.error}
        onConfirm={() => steps.confirm({ proposesPlan }, () => setAsksToConfirm(false))}
        onClose={() => setAsksToConfirm(false)}
      >
        <p>{t('review.confirmQuestion')}</p>
        <Checkbox
          label={t('review.proposePlan')}
          description={t('review.proposePlanHint')}
          checked={proposesPlan}
          onChange={(event) => setProposesPlan(event.currentTarget.checked)}
        />
      </ConfirmDialog>
    </>
  );
}
