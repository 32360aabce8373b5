import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useErrorText, useText } from '../../../platform/ui/use-text.ts';
import { readBoard, readDelivery, resolveUnconfirmed, retryFailed, skipDelivery } from '../channels.contract.ts';
import type { DeliveryDetail } from '../channels.shapes.contract.ts';

type Open = 'skip' | 'found' | 'send_again' | null;

/** What a person may do with a delivery besides the receipt: leave it out, decide on an unknown outcome, try again. */
export function DeliveryActions({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useText('channels');
  const errorText = useErrorText();
  const [open, setOpen] = useState<Open>(null);
  const [publicUrl, setPublicUrl] = useState('');
  const invalidates = [readDelivery, readBoard];
  const onSuccess = () => setOpen(null);
  const skip = useEndpointMutation(skipDelivery, { invalidates, onSuccess });
  const resolve = useEndpointMutation(resolveUnconfirmed, { invalidates, onSuccess });
  const retry = useEndpointMutation(retryFailed, {
    invalidates,
    onError: (error) => announce({ kind: 'error', text: errorText(error) }),
  });
  const { abilities, version } = delivery;
  const params = { id: delivery.id };
  if (!abilities.skip && !abilities.resolve && !abilities.retry) return null;
  return (
    <>
      <Group gap="xs">
        {abilities.resolve ? (
          <Button variant="filled" onClick={() => setOpen('found')}>
            {t('resolve.found')}
          </Button>
        ) : null}
        {abilities.resolve ? <Button onClick={() => setOpen('send_again')}>{t('resolve.send_again')}</Button> : null}
        {abilities.retry && !delivery.needsPerson ? (
          <Button
            variant="filled"
            loading={retry.isPending}
            onClick={() => retry.mutate({ params, body: { version } })}
          >
            {t('retry.button')}
          </Button>
        ) : null}
        {abilities.skip ? <Button onClick={() => setOpen('skip')}>{t('skip.button')}</Button> : null}
      </Group>
      <ConfirmDialog
        opened={open === 'skip'}
        title={t('skip.title')}
        confirmLabel={t('skip.button')}
        reason="required"
        pending={skip.isPending}
        error={skip.error}
        onClose={() => setOpen(null)}
        onConfirm={(reason) => skip.mutate({ params, body: { version, reason } })}
      >
        <p>{t('skip.text')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={open === 'found'}
        title={t('resolve.found')}
        confirmLabel={t('receipt.confirm')}
        pending={resolve.isPending}
        error={resolve.error}
        onClose={() => setOpen(null)}
        onConfirm={() =>
          resolve.mutate({ params, body: { decision: 'delivered', version, publicUrl: publicUrl.trim() } })
        }
      >
        <TextInput
          label={t('receipt.link')}
          type="url"
          placeholder="https://"
          value={publicUrl}
          onChange={(event) => setPublicUrl(event.currentTarget.value)}
        />
      </ConfirmDialog>
      <ConfirmDialog
        opened={open === 'send_again'}
        title={t('resolve.send_again')}
        confirmLabel={t('resolve.send_again')}
        reason="required"
        pending={resolve.isPending}
        error={resolve.error}
        onClose={() => setOpen(null)}
        onConfirm={(reason) => resolve.mutate({ params, body: { decision: 'send_again', version, reason } })}
      >
        <p>{t('resolve.send_again_text')}</p>
      </ConfirmDialog>
    </>
  );
}
