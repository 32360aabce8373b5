import { askToSend } from '../data/keep-sending.ts';
import { isUnsent } from '../data/queue.ts';
import { Button } from '../parts/button.tsx';
import { Screen } from '../parts/screen.tsx';
import { Empty } from '../parts/states.tsx';
import { usePhoneSession } from '../session.ts';
import { useText } from '../texts.ts';
import styles from './queue-page.module.css';
import { QueueRow } from './queue-row.tsx';

/** What was handed in on this device and where each piece is. */
export function QueuePage() {
  const t = useText();
  const { queue, isAway } = usePhoneSession();
  const isWaiting = queue.some((item) => item.state === 'waiting');
  return (
    <Screen
      title={t('queue.title')}
      back=""
      action={
        isWaiting ? (
          <Button isFilled isWide isDisabled={isAway} onClick={askToSend}>
            {t('queue.send_now')}
          </Button>
        ) : undefined
      }
    >
      <h1>{t('queue.title')}</h1>
      <p className={styles.lead}>{t('queue.lead')}</p>
      {queue.length === 0 ? <Empty text={t('queue.empty')} /> : null}
      <div aria-live="polite">
        {[...queue.filter(isUnsent), ...queue.filter((item) => !isUnsent(item))].map((item) => (
          <QueueRow key={item.id} item={item} withActions />
        ))}
      </div>
    </Screen>
  );
}
