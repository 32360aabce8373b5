import { readMe } from '../../modules/accounts/accounts.contract.ts';
import { DeskLink } from '../../platform/ui/desk-link.tsx';
import { EmptyState } from '../../platform/ui/states.tsx';
import { useEndpoint } from '../../platform/ui/use-endpoint.ts';
import { useText } from '../../platform/ui/use-text.ts';
import styles from './home-page.module.css';
import { stepsOf } from './home-steps.ts';

/** Nothing waits: what will stand here for this role, and what one can do meanwhile. */
export function NothingWaits() {
  const t = useText('platform');
  const me = useEndpoint(readMe);
  const roles = (me.data?.grants ?? []).map(({ role }) => role);
  const [first] = roles;
  return (
    <EmptyState
      title={t('home.empty')}
      text={t(first === undefined ? 'home.empty_text' : `home.empty_for.${first}`)}
      action={
        <ul className={styles.steps}>
          {stepsOf(roles).map(({ key, path }) => (
            <li key={path}>
              <DeskLink to={path} className={styles.action}>
                {t(`home.step.${key}`)}
              </DeskLink>
            </li>
          ))}
        </ul>
      }
    />
  );
}
