import { useState } from 'react';
import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { forgetPerson } from '../data/leave.ts';
import { isUnsent } from '../data/queue.ts';
import { underQueueLock } from '../data/sender.ts';
import { signOut } from '../endpoints.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { Screen } from '../parts/screen.tsx';
import { ErrorLine } from '../parts/states.tsx';
import { go } from '../router.tsx';
import { usePhoneSession } from '../session.ts';
import { useText } from '../texts.ts';
import styles from './account-page.module.css';

/** Who is signed in, the language, the way to the full desk, the way out. */
export function AccountPage() {
  const t = useText();
  const { me, queue, isAway, end } = usePhoneSession();
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const unsent = queue.filter(isUnsent).length;
  const leave = async () => {
    setLeaving(true);
    setError(null);
    try {
      // Under the lock: nothing of this person is sent while the session changes hands.
      await underQueueLock(async () => callEndpoint(signOut), { wait: true });
      await forgetPerson(me.person.id);
      go('', { replace: true });
      end();
    } catch (caught) {
      setError(caught);
      setLeaving(false);
    }
  };
  return (
    <Screen title={t('account.title')} back="">
      <div className={styles.page}>
        <div>
          <h1>{me.person.fullName}</h1>
          {me.grants.map((grant) => (
            <p key={`${grant.role} ${grant.unitId}`} className={styles.grant}>
              {t(`accounts:role.${grant.role}`)}, {grant.unitName}
            </p>
          ))}
        </div>
        <LanguageChoice />
        <a className={styles.desk} href="/desk/">
          {t('account.full_desk')}
        </a>
        {isAway ? <p className={styles.grant}>{t('account.needs_network')}</p> : null}
        <ErrorLine error={isAsking ? null : error} />
        <Button isDisabled={isAway} isBusy={isLeaving} onClick={() => (unsent > 0 ? setAsking(true) : void leave())}>
          {t('platform:shell.sign_out')}
        </Button>
      </div>
      {isAsking ? (
        <Dialog title={t('account.unsent_title', { count: unsent })} onClose={() => setAsking(false)}>
          <div className={styles.page}>
            <p>{t('account.unsent_text')}</p>
            <ErrorLine error={error} />
            <Button isFilled onClick={() => setAsking(false)}>
              {t('account.stay')}
            </Button>
            <Button isBusy={isLeaving} onClick={() => void leave()}>
              {t('account.leave_anyway')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </Screen>
  );
}
