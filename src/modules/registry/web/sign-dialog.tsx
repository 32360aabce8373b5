import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../platform/ui/announce.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { checkWritten } from '../registry.check.contract.ts';
import { listDocuments, readDocument, signDocument } from '../registry.contract.ts';
import { type DocumentDetail, documentSigner } from '../registry.shapes.contract.ts';
import { FindingVerdict } from './finding-verdict.tsx';

interface SignDialogProps {
  readonly document: DocumentDetail;
  readonly onRefused: () => void;
  readonly onClose: () => void;
}

const authorities = ['KT.', 'TM.', 'TL.', 'TUQ.', 'Q.'] as const;

/** Authority, post and name as the document will print them; the number comes from the register. */
export function SignDialog({ document, onRefused, onClose }: SignDialogProps) {
  const t = useText('registry');
  const common = useText('platform');
  const { i18n } = useTranslation('registry');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const [signer, setSigner] = useState(document.signer);
  const check = useEndpoint(checkWritten, { params: { id: document.id } });
  const errors = (check.data?.findings ?? []).filter(({ severity }) => severity === 'error');
  const sign = useEndpointMutation(signDocument, {
    invalidates: [readDocument, listDocuments],
    onSuccess: ({ codeNumber, symbol }) => {
      announce({ kind: 'done', text: t('sign.done', { number: `${codeNumber}/${symbol}` }) });
      onClose();
    },
    onError: onRefused,
  });
  const isComplete = documentSigner.safeParse(signer).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const headPost = signer.authority === null || signer.authority === 'Q.' ? null : signer.headPost;
    sign.mutate({ params: { id: document.id }, body: { version: document.version, signer: { ...signer, headPost } } });
  };
  return (
    <Modal opened onClose={onClose} title={t('sign.title')} closeButtonProps={{ 'aria-label': common('dialog.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p>{t('sign.lead')}</p>
          {check.data ? (
            <FindingVerdict findings={check.data.findings} />
          ) : (
            <p className="note">{t('check.working')}</p>
          )}
          {errors.length > 0 ? (
            <ul>
              {errors.map((finding) => (
                <li key={finding.id}>{t('sign.finding', { rule: finding.words[language], found: finding.found })}</li>
              ))}
            </ul>
          ) : null}
          <NativeSelect
            label={t('sign.authority')}
            value={signer.authority ?? ''}
            data={[{ value: '', label: t('sign.noAuthority') }, ...authorities]}
            onChange={(event) =>
              setSigner({ ...signer, authority: authorities.find((one) => one === event.currentTarget.value) ?? null })
            }
          />
          {signer.authority !== null && signer.authority !== 'Q.' ? (
            <TextInput
              label={t('sign.headPost')}
              value={signer.headPost ?? ''}
              onChange={(event) => setSigner({ ...signer, headPost: event.currentTarget.value })}
            />
          ) : null}
          <TextInput
            label={t('sign.post')}
            required
            value={signer.post}
            onChange={(event) => setSigner({ ...signer, post: event.currentTarget.value })}
          />
          <TextInput
            label={t('sign.name')}
            required
            value={signer.name}
            onChange={(event) => setSigner({ ...signer, name: event.currentTarget.value })}
          />
          <FormError error={sign.error} />
          <Group justify="flex-end">
            <Button type="submit" variant="filled" loading={sign.isPending} disabled={!isComplete}>
              {t('editor.sign')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
