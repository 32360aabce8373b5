import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import type { ApiError } from '../../../platform/ui/api-client.ts';
import { endpointKey } from '../../../platform/ui/use-endpoint.ts';
import { useErrorText } from '../../../platform/ui/use-text.ts';
import { getStory, listStories } from '../newsroom.contract.ts';

const invalidates = [getStory, listStories];

/**
 * What every step of the work does with its answer. When somebody else was first, the page shows the new version and says
 * so; a dialog that is open keeps its words. The error stands until the edition has moved on.
 */
export function useStepSettings(version: number) {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<{ readonly error: ApiError; readonly version: number } | null>(null);
  return {
    invalidates,
    error: failure?.version === version ? failure.error : null,
    onError(error: ApiError) {
      setFailure({ error, version });
      if (error.code !== 'platform.version_conflict') return;
      announce({ kind: 'error', text: errorText(error) });
      void queryClient.invalidateQueries({ queryKey: endpointKey(getStory) });
    },
  };
}
