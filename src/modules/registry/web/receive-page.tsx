import { FileInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listDocuments, receiveDocument } from '../registry.contract.ts';
import { emptyReceived, ReceivedForm } from './received-form.tsx';

/** Enters a document that came in. The id is made once, so sending twice enters it once. */
export function ReceivePage() {
  const t = useText('registry');
  const goTo = useGoTo();
  const [id] = useState(() => newClientId(Date.now()));
  const [initial] = useState(() => ({ ...emptyReceived, arrivedOn: today() }));
  const [file, setFile] = useState<File | null>(null);
  const receive = useEndpointMutation(receiveDocument, {
    invalidates: [listDocuments],
    onSuccess: async ({ id: documentId, registerNumber }) => {
      announce({ kind: 'done', text: t('receive.done', { number: registerNumber }) });
      await goTo({ to: '/documents/$documentId', params: { documentId } });
    },
  });
  return (
    <Page
      title={t('receive.title')}
      lead={t('receive.lead')}
      width="text"
      crumbs={[{ label: t('list.in.title'), path: '/documents/received' }]}
    >
      <ReceivedForm
        label={t('receive.title')}
        initial={initial}
        submitLabel={t('receive.submit')}
        isPending={receive.isPending}
        error={receive.error}
        onSubmit={(body) => receive.mutate({ body: { id, ...body }, ...(file ? { file } : {}) })}
      >
        <FileInput
          label={t('receive.file')}
          description={t('receive.fileHelp')}
          placeholder={t('receive.choose')}
          accept=".pdf,.docx,.doc,.odt,.txt,.jpg,.jpeg,.png"
          value={file}
          onChange={setFile}
          clearable
          clearButtonProps={{ 'aria-label': t('receive.clearFile') }}
        />
      </ReceivedForm>
    </Page>
  );
}

/** The day on the computer at which the clerk sits; it can be changed, and the server checks it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
