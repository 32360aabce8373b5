import { useEffect } from 'react';
import { readMe } from '../../modules/accounts/accounts.contract.ts';
import { announce } from '../../platform/ui/announce.ts';
import { ApiError, callEndpoint } from '../../platform/ui/api-client.ts';
import { connectionOf, setConnection, useConnection } from '../../platform/ui/connection.ts';
import { Icon } from '../../platform/ui/icons.tsx';
import { useText } from '../../platform/ui/use-text.ts';
import { queryClient } from './query-client.ts';
import styles from './shell.module.css';

const pause = 3_000;

async function isBack(): Promise<boolean> {
  try {
    await callEndpoint(readMe);
    return true;
  } catch (error) {
    // Any answer of our own, a refusal too, means that server and database are there.
    return error instanceof ApiError && connectionOf(error) === 'here' && error.status < 500;
  }
}

/** Says that the server or its database is away, asks again every three seconds, and renews what is shown when it is back. */
export function ConnectionBanner() {
  const t = useText('platform');
  const connection = useConnection();
  const isAway = connection !== 'here';
  const back = t('shell.connection_back');
  useEffect(() => {
    if (!isAway) return;
    let isOver = false;
    let timer = setTimeout(ask, pause);
    async function ask() {
      const answered = await isBack();
      if (isOver) return;
      if (!answered) {
        timer = setTimeout(ask, pause);
        return;
      }
      setConnection('here');
      announce({ kind: 'done', text: back });
      await queryClient.invalidateQueries();
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isAway, back]);
  return (
    <div role="status">
      {isAway ? (
        <p className={styles.banner}>
          <Icon name="offline" size={18} />
          <span>{t(`shell.${connection}`)}</span>
        </p>
      ) : null}
    </div>
  );
}
