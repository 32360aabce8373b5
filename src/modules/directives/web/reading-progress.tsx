import { Button } from '@mantine/core';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readImportProgress, stopImport } from '../directives.contract.ts';
import styles from './import.module.css';

const askAgainMilliseconds = 700;

/** How far the reading of a long file is, and a way to stop it. A short one is read before this shows anything. */
export function ReadingProgress({ readingId }: { readonly readingId: string }) {
  const t = useText('directives');
  const progress = useEndpoint(
    readImportProgress,
    { params: { id: readingId } },
    { refetchInterval: askAgainMilliseconds, keepPrevious: true },
  );
  const stop = useEndpointMutation(stopImport);
  const { done = 0, total = 0 } = progress.data ?? {};
  return (
    <div className={styles.progress} role="status">
      <label htmlFor="reading-progress">{total > 0 ? t('import.pages', { done, total }) : t('import.reading')}</label>
      {total > 0 ? <progress id="reading-progress" value={done} max={total} /> : <progress id="reading-progress" />}
      <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate({ params: { id: readingId } })}>
        {t('import.stop')}
      </Button>
    </div>
  );
}
