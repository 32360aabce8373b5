import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../platform/ui/api-client.ts';
import { keep, readKept } from './data/kept-answers.ts';
import { usePhoneSession } from './session.ts';
import { reportAnswer } from './use-network.ts';

export interface Answer<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refresh: () => Promise<void>;
  /** Puts an answer in place that another request gave. */
  readonly set: (data: T) => void;
}

/** What was last read is there at once, also without a network; then what the server says now. Asks again when the network is back. */
export function useAnswer<T>(key: string, load: () => Promise<T>): Answer<T> {
  const { end, isAway } = usePhoneSession();
  const [state, setState] = useState<{ key: string; data?: T; error?: unknown }>({ key });
  const loader = useRef(load);
  loader.current = load;
  const current = useRef(key);
  current.current = key;

  const set = useCallback(
    (data: T) => {
      setState({ key, data });
      void keep(key, data);
    },
    [key],
  );
  const refresh = useCallback(async () => {
    try {
      const data = await loader.current();
      reportAnswer(true);
      if (current.current === key) set(data);
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      reportAnswer(error instanceof ApiError && error.status !== 0);
      if (code === 'platform.sign_in_required') end();
      else if (current.current === key) setState((before) => ({ ...(before.key === key ? before : {}), key, error }));
    }
  }, [key, set, end]);

  useEffect(() => {
    let isOver = false;
    void readKept<T>(key).then((data) => {
      if (!isOver && data !== undefined)
        setState((now) => (now.key === key && now.data !== undefined ? now : { key, data }));
    });
    return () => {
      isOver = true;
    };
  }, [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the network is a reason to ask again.
  useEffect(() => void refresh(), [refresh, isAway]);

  const own = state.key === key ? state : { key };
  return { data: own.data, error: own.error, refresh, set };
}
