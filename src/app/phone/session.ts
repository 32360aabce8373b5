import { createContext, useContext } from 'react';
import type { Me } from '../../modules/accounts/accounts.contract.ts';
import type { QueuedEvidence } from './data/queue.ts';

export interface PhoneSession {
  readonly me: Me;
  /** What this person handed in on this device, the newest first. */
  readonly queue: readonly QueuedEvidence[];
  readonly isAway: boolean;
  /** Ends the session here: the interface said that there is none. */
  readonly end: () => void;
}
export const PhoneSessionContext = createContext<PhoneSession | null>(null);

export function usePhoneSession(): PhoneSession {
  const session = useContext(PhoneSessionContext);
  if (session === null) throw new Error('usePhoneSession stands outside of a session');
  return session;
}
