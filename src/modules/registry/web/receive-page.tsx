import { Button, FileInput, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { DeskForm } from '../../../platform/ui/field.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listDocuments, receiveDocument } from '../registry.contract.ts';
import { letterKind, receivedKindNames } from '../registry.kinds.ts';

const empty = {
  kind: letterKind,
  codeNumber: '',
  symbol: '',
  agency: '',
  subject: '',
  issuedOn: '',
  arrivedOn: '',
  dueOn: '',
  signerPosition: '',
  signerName: '',
  toPlaces: '',
  pageAmount: '',
};
type Name = keyof typeof empty;
const dates: readonly Name[] = ['issuedOn', 'arrivedOn', 'dueOn'];
const before: readonly Name[] = ['codeNumber', 'symbol', 'agency', ...dates];
const after: readonly Name[] = ['signerPosition', 'signerName', 'pageAmount'];
const needed: readonly Name[] = ['agency', 'subject', 'issuedOn', 'arrivedOn'];

/** Enters a document that came in. The id is made once, so sending twice enters it once. */
export function ReceivePage() {
  const t = useText('registry');
  const goTo = useGoTo();
  const [id] = useState(() => newClientId(Date.now()));
  const [values, setValues] = useState(() => ({ ...empty, arrivedOn: today() }));
  const [priority, setPriority] = useState('0');
  const [file, setFile] = useState<File | null>(null);
  const receive = useEndpointMutation(receiveDocument, {
    invalidates: [listDocuments],
    onSuccess: async ({ id: documentId, registerNumber }) => {
      announce({ kind: 'done', text: t('receive.done', { number: registerNumber }) });
      await goTo({ to: '/documents/$documentId', params: { documentId } });
    },
  });
  const set = (name: Name, value: string) => setValues({ ...values, [name]: value });
  const input = (name: Name) =>
    dates.includes(name) ? (
      <DayInput key={name} label={t(`receive.${name}`)} value={values[name]} onChange={(day) => set(name, day)} />
    ) : (
      <TextInput
        key={name}
        label={t(`receive.${name}`)}
        required={needed.includes(name)}
        value={values[name]}
        onChange={(event) => set(name, event.currentTarget.value)}
      />
    );
  const submit = () => {
    const { dueOn, pageAmount, ...rest } = values;
    receive.mutate({
      body: {
        id,
        ...rest,
        priority,
        ...(dueOn === '' ? {} : { dueOn }),
        ...(pageAmount === '' ? {} : { pageAmount }),
      },
      ...(file ? { file } : {}),
    });
  };
  return (
    <Page
      title={t('receive.title')}
      lead={t('receive.lead')}
      width="text"
      crumbs={[{ label: t('list.in.title'), path: '/documents/received' }]}
    >
      <DeskForm label={t('receive.title')} onSubmit={submit}>
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
        <NativeSelect
          label={t('list.kind')}
          value={values.kind}
          data={Object.entries(receivedKindNames).map(([value, label]) => ({ value, label }))}
          onChange={(event) => set('kind', event.currentTarget.value)}
        />
        {before.map(input)}
        <Textarea
          label={t('receive.subject')}
          required
          autosize
          minRows={2}
          value={values.subject}
          onChange={(event) => set('subject', event.currentTarget.value)}
        />
        <NativeSelect
          label={t('detail.priority')}
          value={priority}
          data={['0', '1', '2', '3'].map((value) => ({ value, label: t(`priority.${value}`) }))}
          onChange={(event) => setPriority(event.currentTarget.value)}
        />
        {after.map(input)}
        <Textarea
          label={t('receive.toPlaces')}
          autosize
          minRows={2}
          value={values.toPlaces}
          onChange={(event) => set('toPlaces', event.currentTarget.value)}
        />
        <FormError error={receive.error} />
        <div>
          <Button
            type="submit"
            variant="filled"
            loading={receive.isPending}
            disabled={needed.some((name) => values[name].trim() === '')}
          >
            {t('receive.submit')}
          </Button>
        </div>
      </DeskForm>
    </Page>
  );
}

/** The day on the computer at which the clerk sits; it can be changed, and the server checks it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
