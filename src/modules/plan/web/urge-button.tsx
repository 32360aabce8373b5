import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listRequests, type RequestDetail, startFollowUp } from '../plan.requests.contract.ts';

/** Urges the chosen units of a request, or all, in one act, and goes to its page of progress. */
export function UrgeButton({
  request,
  chosen,
}: {
  readonly request: RequestDetail;
  readonly chosen: readonly string[];
}) {
  const t = useText('plan');
  const goTo = useGoTo();
  const [isAsking, setAsking] = useState(false);
  // The same press again, after an answer that was lost, is the same act.
  const [id] = useState(() => newClientId(Date.now()));
  const urge = useEndpointMutation(startFollowUp, {
    invalidates: [listRequests],
    onSuccess: (started) => goTo({ to: '/requests/$requestId', params: { requestId: started.id } }),
  });
  const unitIds = chosen.length === 0 ? request.unitRows.map((row) => row.unitId) : [...chosen];
  const label = chosen.length === 0 ? t('request.urge') : t('request.urge_chosen', { count: chosen.length });
  return (
    <>
      <Button variant="filled" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={label}
        confirmLabel={t('request.urge_start')}
        pending={urge.isPending}
        error={urge.error}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          urge.mutate({
            params: { id: request.planId },
            body: {
              id,
              title: t('request.urge_title', { title: request.title }).slice(0, 300),
              clauseIds: request.clauseList.map((clause) => clause.id),
              unitIds,
            },
          })
        }
      >
        <p>{t('request.urge_lead', { count: unitIds.length })}</p>
      </ConfirmDialog>
    </>
  );
}
