import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Me } from '../../modules/accounts/accounts.contract.ts';
import { ApiError, callEndpoint } from '../../platform/ui/api-client.ts';
import { keepSending } from './data/keep-sending.ts';
import { forgetAnswers, keepPerson, readKeptPerson } from './data/kept-answers.ts';
import { readMe } from './endpoints.ts';
import { AccountPage } from './pages/account-page.tsx';
import { HandInPage } from './pages/hand-in-page.tsx';
import { MendPage } from './pages/mend-page.tsx';
import { QueuePage } from './pages/queue-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { TaskPage } from './pages/task-page.tsx';
import { TasksPage } from './pages/tasks-page.tsx';
import { NetworkBanner } from './parts/network-banner.tsx';
import { Loading, Problem } from './parts/states.tsx';
import { usePath } from './router.tsx';
import { PhoneSessionContext } from './session.ts';
import { changeLanguage } from './texts.ts';
import { reportAnswer, useIsAway } from './use-network.ts';
import { useQueue } from './use-queue.ts';

/** Who is signed in: at once from this device, then from the server. `null`: nobody. */
function usePerson() {
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  const [error, setError] = useState<unknown>(null);
  const ask = useCallback(async () => {
    setError(null);
    const kept = await readKeptPerson();
    if (kept !== undefined) setMe((now) => now ?? kept);
    try {
      const found = await callEndpoint(readMe);
      reportAnswer(true);
      await keepPerson(found);
      setMe(found);
    } catch (caught) {
      reportAnswer(caught instanceof ApiError && caught.status !== 0);
      if (caught instanceof ApiError && caught.status === 401) {
        await forgetAnswers();
        setMe(null);
      } else if (kept === undefined) setError(caught);
    }
  }, []);
  useEffect(() => void ask(), [ask]);
  const enter = useCallback(async (found: Me) => {
    await keepPerson(found);
    setMe(found);
  }, []);
  const end = useCallback(() => {
    void forgetAnswers();
    setMe(null);
  }, []);
  return { me, error, ask, enter, end };
}

export function App() {
  const { me, error, ask, enter, end } = usePerson();
  const isAway = useIsAway();
  const queue = useQueue(me?.person.id);
  const isIn = me !== null && me !== undefined;
  useEffect(() => (isIn ? keepSending(end) : undefined), [isIn, end]);
  const language = me?.person.language;
  useEffect(() => {
    // Without a network English may not be there yet; Vietnamese always is.
    if (language === 'en' || language === 'vi') void changeLanguage(language).catch(() => undefined);
  }, [language]);
  const session = useMemo(() => (isIn ? { me, queue, isAway, end } : null), [isIn, me, queue, isAway, end]);
  if (me === null) return <SignInPage onEnter={enter} />;
  if (session === null)
    return error === null ? <Loading /> : <Problem error={error} retry={() => void ask()} isWholePage />;
  return (
    <PhoneSessionContext value={session}>
      <NetworkBanner />
      <CurrentPage />
    </PhoneSessionContext>
  );
}

function CurrentPage() {
  const path = usePath();
  const [, area, id, more] = path.split('/');
  if (area === 'tasks' && id !== undefined)
    return more === 'evidence' ? <HandInPage taskId={id} /> : <TaskPage taskId={id} />;
  if (area === 'account') return <AccountPage />;
  if (area === 'queue') return id === undefined ? <QueuePage /> : <MendPage id={id} />;
  return <TasksPage />;
}
