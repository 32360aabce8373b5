import { Button, FileInput, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Section } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { acceptedImageTypes, uploadAsset } from '../../media/media.contract.ts';
import { enterReceipt, readBoard, readDelivery } from '../channels.contract.ts';
import type { DeliveryDetail } from '../channels.shapes.contract.ts';

/** The person has put it on the channel, and enters where it stands: the link, or a photo of the screen, board or slip. */
export function ReceiptForm({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useText('channels');
  const [publicUrl, setPublicUrl] = useState('');
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<{ id: string; file: File } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const enter = useEndpointMutation(enterReceipt, {
    invalidates: [readDelivery, readBoard],
    onSuccess: () => announce({ kind: 'done', text: t('receipt.saved') }),
  });
  const upload = useEndpointMutation(uploadAsset);
  const isWithdrawal = delivery.operation === 'withdraw';
  const sendPhoto = async (): Promise<string | null> => {
    if (photo === null || delivery.photoUnitId === null) return null;
    const altVi = t('receipt.photo_of', { title: delivery.title });
    const body = { id: photo.id, ownerUnitId: delivery.photoUnitId, altVi };
    return (await upload.mutateAsync({ body, file: photo.file })).id;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const link = publicUrl.trim();
    if (link !== '' && !/^https?:\/\/\S+$/i.test(link)) return setProblem(t('receipt.not_a_link'));
    if (link === '' && photo === null && !(isWithdrawal && note.trim() !== ''))
      return setProblem(t(isWithdrawal ? 'receipt.note_missing' : 'receipt.link_missing'));
    setProblem(null);
    try {
      const assetId = await sendPhoto();
      const receipt = { publicUrl: link === '' ? null : link, assetId, note: note.trim() };
      await enter.mutateAsync({ params: { id: delivery.id }, body: { version: delivery.version, ...receipt } });
    } catch {
      // Shown below; what was entered stays, and sending again is the same upload.
    }
  };
  return (
    <Section title={t('receipt.enter')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
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
          {delivery.photoUnitId === null ? null : (
            <FileInput
              label={t('receipt.photo')}
              description={t('receipt.photo_help')}
              placeholder={t('receipt.photo_choose')}
              accept={acceptedImageTypes.join(',')}
              clearable
              clearButtonProps={{ 'aria-label': t('receipt.photo_remove') }}
              value={photo?.file ?? null}
              onChange={(file) => setPhoto(file === null ? null : { id: newClientId(Date.now()), file })}
            />
          )}
          <Textarea
            label={t('receipt.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={1000}
          />
          <FormError error={upload.error ?? enter.error} />
          <Button type="submit" variant="filled" loading={upload.isPending || enter.isPending}>
            {t(isWithdrawal ? 'receipt.confirm_withdrawal' : 'receipt.confirm')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
