import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ApiError } from '../../../platform/ui/api-client.ts';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Revision } from '../newsroom.shapes.contract.ts';
import { BodyView } from './body-view.tsx';
import styles from './story.module.css';
import type { UnsentText } from './unsent-text.ts';

interface ConflictDialogProps {
  readonly error: ApiError;
  readonly theirs: Revision;
  readonly mine: UnsentText;
  readonly mayKeepMine: boolean;
  readonly isSaving: boolean;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Somebody else saved first: who and when, both texts side by side, and the choice. Closing keeps what was typed. */
export function ConflictDialog(props: ConflictDialogProps) {
  const t = useText('newsroom');
  const common = useText('platform');
  const dates = useDateFormat();
  const { savedBy, savedAt } = props.error.details;
  const name = typeof savedBy === 'string' ? savedBy : (props.theirs.createdByName ?? t('page.somebody'));
  const time = dates(typeof savedAt === 'string' ? savedAt : props.theirs.createdAt, { time: true });
  return (
    <Modal
      opened
      size="xl"
      onClose={props.onClose}
      title={t('page.conflict')}
      closeButtonProps={{ 'aria-label': common('dialog.close') }}
    >
      <Stack gap="md">
        <p>{t('page.conflict_lead', { name, time })}</p>
        <div className={styles.versions}>
          <Version label={t('page.conflict_theirs')} text={props.theirs} />
          <Version label={t('page.conflict_mine')} text={props.mine} />
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('page.conflict_go_on')}
          </Button>
          <Button variant="default" disabled={props.isSaving} onClick={props.onTakeTheirs}>
            {t('page.conflict_take_theirs')}
          </Button>
          {props.mayKeepMine ? (
            <Button variant="filled" loading={props.isSaving} onClick={props.onKeepMine}>
              {t('page.conflict_keep_mine')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}

function Version({
  label,
  text,
}: {
  readonly label: string;
  readonly text: Pick<Revision, 'title' | 'lead' | 'body'>;
}) {
  return (
    // A long text scrolls: by the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable (WCAG 2.1.1)
    <section className={styles.version} aria-label={label} tabIndex={0}>
      <h3>{label}</h3>
      <p>
        <b>{text.title}</b>
      </p>
      <p>{text.lead}</p>
      <BodyView body={text.body} />
    </section>
  );
}
