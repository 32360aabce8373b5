import { ApiError } from '../../../platform/ui/api-client.ts';
import { Icon } from '../../../platform/ui/icons.tsx';
import { textOfError, useText } from '../texts.ts';
import { Button } from './button.tsx';
import styles from './states.module.css';

export function Loading() {
  const t = useText();
  return (
    <p className={styles.loading} role="status">
      {t('platform:loading')}
    </p>
  );
}

/** What went wrong and what to do; without a network: that this page was not read before. */
export function Problem(props: {
  readonly error: unknown;
  readonly retry: () => void;
  readonly isWholePage?: boolean;
}) {
  const t = useText();
  const isAway = props.error instanceof ApiError && props.error.status === 0;
  const body = (
    <div className={styles.problem} role="alert">
      <Icon name={isAway ? 'offline' : 'warning'} size={24} />
      <p>{isAway ? t('not_kept') : textOfError(props.error)}</p>
      <Button onClick={props.retry}>{t('platform:error.retry')}</Button>
    </div>
  );
  return props.isWholePage === true ? <main>{body}</main> : body;
}

export function ErrorLine({ error }: { readonly error: unknown }) {
  useText();
  if (error === null || error === undefined) return null;
  return (
    <p className={styles.error} role="alert">
      {textOfError(error)}
    </p>
  );
}

export function Empty({ text }: { readonly text: string }) {
  return <p className={styles.empty}>{text}</p>;
}
