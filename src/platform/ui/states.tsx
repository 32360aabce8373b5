import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from './api-client.ts';
import { Icon } from './icons.tsx';
import styles from './states.module.css';
import { useErrorText, useText } from './use-text.ts';

/** Rows of grey while something loads; said once to those who do not see it. */
export function LoadingState({ rows = 4 }: { readonly rows?: number }) {
  const t = useText('platform');
  return (
    <div role="status" aria-busy="true" className={styles.loading}>
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key, row) => (
        <Skeleton key={key} height={18} width={`${92 - ((row * 17) % 40)}%`} radius={2} />
      ))}
    </div>
  );
}

/** Nothing is here yet: says what will stand here and what to do first. */
export function EmptyState({
  title,
  text,
  action,
}: {
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.block}>
      <svg className={styles.hole} viewBox="0 0 18 18" width="28" height="28" aria-hidden="true">
        <path d="M2.1 2.1h13.8v13.8H2.1z" />
      </svg>
      <p className={styles.title}>{title}</p>
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {action}
    </div>
  );
}

/** Something went wrong: says what, what to do, and the number to give to support. */
export function ErrorState({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useText('platform');
  const errorText = useErrorText();
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <div className={styles.block} role="alert" data-kind="error">
      <Icon name="warning" size={28} />
      <p className={styles.title}>{errorText(error)}</p>
      {requestId === undefined ? null : <p className="note">{t('error.request_id', { requestId })}</p>}
      {retry === undefined ? null : <Button onClick={retry}>{t('error.retry')}</Button>}
    </div>
  );
}

/** The person may not see this: says who can give the right. */
export function NoPermission() {
  const t = useText('platform');
  return (
    <div className={styles.block} data-kind="no-permission">
      <Icon name="lock" size={28} />
      <p className={styles.title}>{t('no_permission.title')}</p>
      <p className={styles.text}>{t('no_permission.text')}</p>
    </div>
  );
}

/** A short error inside a form. */
export function FormError({ error }: { readonly error: unknown }) {
  const errorText = useErrorText();
  if (error === null || error === undefined) return null;
  return (
    <p role="alert" className={styles.formError}>
      <Icon name="warning" size={16} />
      <span>{errorText(error)}</span>
    </p>
  );
}

/** Loading, error, no permission, or the content of a query. */
export function QueryStates<Data>({
  query,
  rows,
  children,
}: {
  readonly query: UseQueryResult<Data, ApiError>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) {
    if (query.error.code === 'platform.not_permitted') return <NoPermission />;
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  }
  return <LoadingState {...(rows === undefined ? {} : { rows })} />;
}
