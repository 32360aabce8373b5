import { useState } from 'react';
import { Icon, type IconName } from '../../../platform/ui/icons.tsx';
import { throwAway } from '../data/hand-in.ts';
import { isUnsent, type QueuedEvidence } from '../data/queue.ts';
import { Button } from '../parts/button.tsx';
import { Day } from '../parts/day.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { PhoneLink } from '../router.tsx';
import { errorText, useText } from '../texts.ts';
import { kindIcons } from './evidence-rows.tsx';
import styles from './queue-row.module.css';

const stateIcons: Record<QueuedEvidence['state'], IconName> = {
  waiting: 'clock',
  sending: 'upload',
  sent: 'check',
  refused: 'warning',
};

/** One piece on this device: waiting, being sent, sent, or refused with the words of the server. */
export function QueueRow({
  item,
  withActions = false,
}: {
  readonly item: QueuedEvidence;
  readonly withActions?: boolean;
}) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const mayChange = withActions && isUnsent(item) && item.state !== 'sending';
  return (
    <div className={styles.row} data-state={item.state}>
      <Icon name={kindIcons[item.words.kind]} size={20} />
      <div className={styles.words}>
        <p>{item.words.title}</p>
        {withActions && item.taskTitle !== item.words.title ? <p className={styles.task}>{item.taskTitle}</p> : null}
        <p className={styles.state}>
          <Icon name={stateIcons[item.state]} size={16} />
          <span>
            {t(`queue.state_${item.state}`)}
            {item.files.length === 0 ? '' : `, ${t('queue.files', { count: item.files.length })}`},{' '}
            <Day value={item.words.occurredOn} />
          </span>
        </p>
        {item.state === 'refused' ? (
          <p className={styles.refusal}>{errorText(item.failure?.code ?? '', item.failure?.details)}</p>
        ) : null}
        {item.state === 'refused' || mayChange ? (
          <p className={styles.actions}>
            {item.state === 'refused' ? <PhoneLink to={`/queue/${item.id}`}>{t('queue.mend')}</PhoneLink> : null}
            {mayChange ? (
              <button type="button" onClick={() => setAsking(true)}>
                {t('queue.throw_away')}
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
      {isAsking ? (
        <Dialog title={t('queue.throw_away_title')} onClose={() => setAsking(false)}>
          <div className={styles.dialog}>
            <p>{t('queue.throw_away_text', { title: item.words.title })}</p>
            <Button onClick={() => void throwAway(item.id)}>{t('queue.throw_away')}</Button>
            <Button onClick={() => setAsking(false)}>{t('queue.keep')}</Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
