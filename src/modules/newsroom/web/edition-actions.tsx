import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  approveEdition,
  cancelChange,
  moveEdition,
  publishEdition,
  submitEdition,
} from '../newsroom.edition.contract.ts';
import type { Edition, SimpleMove, StoryDetail } from '../newsroom.shapes.contract.ts';
import { ActionDialog, type DialogKind } from './action-dialog.tsx';
import styles from './story.module.css';
import { useStepSettings } from './use-step-settings.ts';

const moves: readonly SimpleMove[] = ['take_back', 'send_to_appraisal', 'pass_appraisal', 'reopen'];

interface EditionActionsProps {
  readonly story: StoryDetail;
  readonly edition: Edition;
  /** Words that the server does not have: what is handed in would not hold them. */
  readonly hasUnsent: boolean;
}

/** The steps that the person may take now; the server decides again at each. */
export function EditionActions({ story, edition, hasUnsent }: EditionActionsProps) {
  const t = useText('newsroom');
  const [dialog, setDialog] = useState<DialogKind | null>(null);
  const { abilities, version } = edition;
  const settings = useStepSettings(version);
  const submit = useEndpointMutation(submitEdition, settings);
  const approve = useEndpointMutation(approveEdition, settings);
  const publish = useEndpointMutation(publishEdition, settings);
  const move = useEndpointMutation(moveEdition, settings);
  const cancel = useEndpointMutation(cancelChange, settings);
  const params = { id: edition.id };
  const revisionId = edition.current.id;
  const may = (action: keyof typeof abilities) => abilities[action] === true;
  const isUnsaved = hasUnsent && may('save');
  return (
    <div className={styles.actions}>
      {may('submit') ? (
        <Button
          variant="filled"
          loading={submit.isPending}
          disabled={isUnsaved}
          onClick={() => submit.mutate({ params, body: { version } })}
        >
          {t('page.submit')}
        </Button>
      ) : null}
      {may('approve') ? (
        <>
          <Button
            variant="filled"
            loading={approve.isPending}
            onClick={() => approve.mutate({ params, body: { version, revisionId, publication: { when: 'now' } } })}
          >
            {t('page.approve_and_publish')}
          </Button>
          <Button
            variant="default"
            onClick={() => approve.mutate({ params, body: { version, revisionId, publication: { when: 'later' } } })}
          >
            {t('page.approve')}
          </Button>
          <Button variant="default" onClick={() => setDialog('approve_at')}>
            {t('page.approve_at')}
          </Button>
        </>
      ) : null}
      {may('return') ? (
        <Button variant="default" onClick={() => setDialog('return')}>
          {t('page.return')}
        </Button>
      ) : null}
      {may('reject') ? (
        <Button variant="default" onClick={() => setDialog('reject')}>
          {t('page.reject')}
        </Button>
      ) : null}
      {may('publish') ? (
        <>
          <Button
            variant="filled"
            loading={publish.isPending}
            onClick={() => publish.mutate({ params, body: { version, publication: { when: 'now' } } })}
          >
            {t('page.publish')}
          </Button>
          <Button variant="default" onClick={() => setDialog('publish_at')}>
            {t('page.schedule')}
          </Button>
        </>
      ) : null}
      {may('unschedule') ? (
        <Button
          variant="default"
          onClick={() => publish.mutate({ params, body: { version, publication: { when: 'later' } } })}
        >
          {t('page.unschedule')}
        </Button>
      ) : null}
      {moves.filter(may).map((action) => (
        <Button key={action} variant="default" onClick={() => move.mutate({ params, body: { version, action } })}>
          {t(`page.${action}`)}
        </Button>
      ))}
      {may('start_change') ? (
        <Button variant="default" onClick={() => setDialog('change')}>
          {t('page.change')}
        </Button>
      ) : null}
      {may('cancel_change') ? (
        <Button variant="default" onClick={() => cancel.mutate({ params, query: { version } })}>
          {t('page.cancel_change')}
        </Button>
      ) : null}
      {may('publish_urgently') ? (
        <Button variant="subtle" disabled={isUnsaved} onClick={() => setDialog('urgent')}>
          {t('page.urgent')}
        </Button>
      ) : null}
      {may('withdraw') || may('remove') ? (
        <Button variant="subtle" onClick={() => setDialog('withdraw')}>
          {t('page.withdraw')}
        </Button>
      ) : null}
      <FormError error={settings.error} />
      {dialog ? <ActionDialog kind={dialog} story={story} edition={edition} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
