import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readPreferences } from '../notifications.contract.ts';
import { changeMail, readMail, sendTestMail } from '../notifications-administration.contract.ts';

/** A test mail to oneself, and the end of all mail. */
export function MailActions({ onRemoved }: { readonly onRemoved: () => void }) {
  const t = useText('notifications');
  const [isAsking, setAsking] = useState(false);
  const test = useEndpointMutation(sendTestMail, { invalidates: [readMail] });
  const remove = useEndpointMutation(changeMail, {
    invalidates: [readMail, readPreferences],
    onSuccess: () => {
      setAsking(false);
      onRemoved();
      announce({ kind: 'done', text: t('server.removed') });
    },
  });
  return (
    <>
      <Group gap="xs" my="md">
        <Button loading={test.isPending} onClick={() => test.mutate({})}>
          {t('server.test')}
        </Button>
        <Button onClick={() => setAsking(true)}>{t('server.remove')}</Button>
      </Group>
      <FormError error={test.error} />
      {test.data === undefined ? null : <p role="status">{t('server.tested', { ...test.data })}</p>}
      <ConfirmDialog
        opened={isAsking}
        title={t('server.remove')}
        confirmLabel={t('server.remove')}
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ body: { server: null } })}
        onClose={() => setAsking(false)}
      >
        <p>{t('server.remove_text')}</p>
      </ConfirmDialog>
    </>
  );
}
