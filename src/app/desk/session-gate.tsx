import { useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { readMe } from '../../modules/accounts/accounts.contract.ts';
import { onApiError } from '../../platform/ui/api-client.ts';
import { useGoTo } from '../../platform/ui/desk-link.tsx';
import { changeLanguage, isDeskLanguage } from '../../platform/ui/i18n.ts';
import { type Session, SessionContext } from '../../platform/ui/session.ts';
import { ErrorState, LoadingState } from '../../platform/ui/states.tsx';
import { useEndpoint } from '../../platform/ui/use-endpoint.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Shell } from './shell.tsx';

/** Lets only a signed-in person in; others are led to the sign-in and come back to where they wanted to go. */
export function SessionGate() {
  const me = useEndpoint(readMe);
  const goTo = useGoTo();
  const next = useLocation().href;
  const [isOver, setOver] = useState(false);
  const isSignedOut = isOver || me.error?.code === 'platform.sign_in_required';

  // A session that ends while somebody works: any answer may say so.
  useEffect(() => onApiError((error) => error.code === 'platform.sign_in_required' && setOver(true)), []);
  // The address is read once, when the session turns out to be missing: on the way out it is already that of the sign-in.
  const wanted = useRef(next);
  if (!isSignedOut) wanted.current = next;
  useEffect(() => {
    if (!isSignedOut) return;
    void goTo({ to: '/sign-in', search: wanted.current === '/' ? {} : { next: wanted.current }, replace: true });
  }, [isSignedOut, goTo]);

  const language = me.data?.person.language;
  useEffect(() => {
    if (isDeskLanguage(language)) void changeLanguage(language);
  }, [language]);

  const personId = me.data?.person.id;
  useEffect(() => {
    if (personId === undefined) return;
    void import('../phone/data/leave.ts').then(({ forgetOthers }) => forgetOthers(personId));
  }, [personId]);

  const session = useMemo<Session | null>(() => {
    if (me.data === undefined) return null;
    const { person, abilities, isExample, grants } = me.data;
    return { person: { ...person, unitName: grants[0]?.unitName ?? '' }, abilities, example: isExample };
  }, [me.data]);

  if (session !== null && !isSignedOut) {
    return (
      <SessionContext value={session}>
        <Shell />
      </SessionContext>
    );
  }
  if (me.isError && !isSignedOut) {
    return (
      <>
        <ConnectionBanner />
        <main style={{ padding: 24 }}>
          <ErrorState error={me.error} retry={() => void me.refetch()} />
        </main>
      </>
    );
  }
  return (
    <main style={{ padding: 24 }}>
      <LoadingState />
    </main>
  );
}
