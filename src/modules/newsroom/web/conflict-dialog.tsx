import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ApiError } from '../../../platform/ui/api-client.ts';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { endpointKey } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getStory, type Revision } from '../newsroom.contract.ts';
import type { UnsentText } from './unsent-text.ts';

/** Somebody else saved first: who and when, both texts, and the choice. Closing keeps what was typed. */
export function ConflictDialog(props: {
  readonly error: ApiError;
  readonly theirs: Revision;
  readonly mine: UnsentText;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}) {
  const t = useText('newsroom');
  const common = useText('platform');
  const dates = useDateFormat();
  const queryClient = useQueryClient();
  // The other version is shown, so it is fetched now.
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: endpointKey(getStory) });
  }, [queryClient]);
  const { savedBy, savedAt } = props.error.details;
  const name = typeof savedBy === 'string' ? savedBy : (props.theirs.createdByName ?? '');
  const time = dates(typeof savedAt === 'string' ? savedAt : props.theirs.createdAt, { time: true });
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={t('page.conflict')}
      closeButtonProps={{ 'aria-label': common('dialog.close') }}
    >
      <Stack gap="md">
        <p>{t('page.conflict_lead', { name, time })}</p>
        <section>
          <h3>{t('page.conflict_theirs')}</h3>
          <p>
            <b>{props.theirs.title}</b>
          </p>
          <p>{props.theirs.lead}</p>
        </section>
        <section>
          <h3>{t('page.conflict_mine')}</h3>
          <p>
            <b>{props.mine.title}</b>
          </p>
          <p>{props.mine.lead}</p>
        </section>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onTakeTheirs}>
            {t('page.conflict_take_theirs')}
          </Button>
          <Button onClick={props.onKeepMine}>{t('page.conflict_keep_mine')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
