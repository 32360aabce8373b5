import { Icon } from '../../../platform/ui/icons.tsx';
import { isUnsent } from '../data/queue.ts';
import { PhoneLink } from '../router.tsx';
import { usePhoneSession } from '../session.ts';
import { useText } from '../texts.ts';
import styles from './network-banner.module.css';

/** Says that the network is away and what becomes of the evidence; and that something was refused. */
export function NetworkBanner() {
  const t = useText();
  const { queue, isAway } = usePhoneSession();
  const unsent = queue.filter(isUnsent);
  const refused = unsent.filter((item) => item.state === 'refused').length;
  const waiting = unsent.length - refused;
  const awayWords = waiting > 0 ? t('banner.away_with', { count: waiting }) : t('banner.away');
  return (
    <div role="status">
      {isAway ? (
        <p className={styles.banner}>
          <Icon name="offline" size={20} />
          <span>{awayWords}</span>
        </p>
      ) : null}
      {refused > 0 ? (
        <p className={styles.banner} data-kind="refused">
          <Icon name="warning" size={20} />
          <PhoneLink to="/queue">{t('banner.refused', { count: refused })}</PhoneLink>
        </p>
      ) : null}
    </div>
  );
}
