import { useQueryClient } from '@tanstack/react-query';
import { announce } from '../../../platform/ui/announce.ts';
import type { ApiError } from '../../../platform/ui/api-client.ts';
import { endpointKey, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  confirmDirective,
  type DirectiveDetail,
  listDirectives,
  readDirective,
  reviewDirective,
} from '../directives.contract.ts';
import type { UnsavedReview } from './use-review-draft.ts';

export interface ReviewSteps {
  readonly save: () => void;
  readonly confirm: (how: { proposesPlan: boolean }, onDone: () => void) => void;
  readonly isSaving: boolean;
  readonly isConfirming: boolean;
  readonly error: ApiError | null;
}

/** Saving and confirming. When somebody else was faster, their version is fetched, so that the person sees it at once. */
export function useReviewSteps(detail: DirectiveDetail, unsaved: UnsavedReview): ReviewSteps {
  const t = useText('directives');
  const queryClient = useQueryClient();
  const invalidates = [readDirective, listDirectives];
  const onError = (error: ApiError) => {
    if (error.status === 409) void queryClient.invalidateQueries({ queryKey: endpointKey(readDirective) });
  };
  const save = useEndpointMutation(reviewDirective, {
    invalidates,
    onError,
    onSuccess: (saved) => {
      unsaved.startFrom(saved);
      announce({ kind: 'done', text: t('review.saved') });
    },
  });
  const confirm = useEndpointMutation(confirmDirective, {
    invalidates,
    onError,
    onSuccess: (_, { body }) =>
      announce({ kind: 'done', text: t(body.proposesPlan ? 'review.confirmed' : 'review.confirmedOnly') }),
  });
  const params = { id: detail.id };
  const { draft, version } = unsaved;
  return {
    save: () =>
      save.mutate({
        params,
        body: {
          version,
          heading: draft.heading,
          structure: [...draft.structure],
          clauses: [...draft.changes.values()],
          decisions: draft.decisions,
        },
      }),
    confirm: (how, onDone) => confirm.mutate({ params, body: { version, ...how } }, { onSuccess: onDone }),
    isSaving: save.isPending,
    isConfirming: confirm.isPending,
    error: save.error ?? confirm.error,
  };
}
