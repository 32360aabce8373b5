import { Button } from '@mantine/core';
import { useText } from '../../../platform/ui/use-text.ts';
import styles from './review.module.css';

/** Somebody else saved first: nothing typed is lost, and the person chooses how to go on. */
export function OutdatedNotice(props: {
  readonly mayKeep: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}) {
  const t = useText('directives');
  return (
    <div role="alert" className={styles.notice}>
      <p>{t('review.outdated')}</p>
      <div className={styles.buttons}>
        {props.mayKeep ? (
          <Button size="xs" variant="default" onClick={props.onKeep}>
            {t('review.keepMine')}
          </Button>
        ) : null}
        <Button size="xs" variant="default" onClick={props.onDiscard}>
          {t('review.discardMine')}
        </Button>
      </div>
    </div>
  );
}
