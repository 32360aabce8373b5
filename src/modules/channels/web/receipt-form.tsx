import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { Section } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { enterReceipt, readBoard, readDelivery } from '../channels.contract.ts';
import type { DeliveryDetail } from '../channels.shapes.contract.ts';

/** The person has put it on the channel, and enters where it stands. */
export function ReceiptForm({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useText('channels');
  const [publicUrl, setPublicUrl] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const enter = useEndpointMutation(enterReceipt, {
    invalidates: [readDelivery, readBoard],
    onSuccess: () => announce({ kind: 'done', text: t('receipt.saved') }),
  });
  const isWithdrawal = delivery.operation === 'withdraw';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const link = publicUrl.trim();
    if (link !== '' && !/^https?:\/\/\S+$/i.test(link)) return setProblem(t('receipt.not_a_link'));
    if (link === '' && !(isWithdrawal && note.trim() !== ''))
      return setProblem(t(isWithdrawal ? 'receipt.note_missing' : 'receipt.link_missing'));
    setProblem(null);
    enter.mutate({
      params: { id: delivery.id },
      body: { version: delivery.version, publicUrl: link === '' ? null : link, note: note.trim() },
    });
  };
  return (
    <Section title={t('receipt.enter')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('receipt.link')}
            description={t('receipt.link_help')}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={publicUrl}
            error={problem}
            onChange={(event) => setPublicUrl(event.currentTarget.value)}
          />
          <Textarea
            label={t('receipt.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={1000}
          />
          <FormError error={enter.error} />
          <Button type="submit" variant="filled" loading={enter.isPending}>
            {t(isWithdrawal ? 'receipt.confirm_withdrawal' : 'receipt.confirm')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
