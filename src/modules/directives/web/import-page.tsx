import { Button, FileInput, Stack, Textarea } from '@mantine/core';
import { type DragEvent, type FormEvent, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { importDirective, listDirectives } from '../directives.contract.ts';
import styles from './import.module.css';
import { ReadingProgress } from './reading-progress.tsx';

/** A file, chosen or dropped anywhere on the form, or pasted text; what was pasted stays in the box when the server refuses it. */
export function ImportPage() {
  const t = useText('directives');
  const goTo = useGoTo();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [isOver, setIsOver] = useState(false);
  const [readingId, setReadingId] = useState('');
  const read = useEndpointMutation(importDirective, {
    invalidates: [listDirectives],
    onSuccess: async ({ id, isNew }) => {
      if (!isNew) announce({ kind: 'done', text: t('import.known') });
      await goTo({ to: '/directives/$directiveId', params: { directiveId: id } });
    },
  });
  const begin = (chosen: File | null) => {
    const id = newClientId(Date.now());
    setReadingId(id);
    read.mutate({ body: chosen ? { id } : { id, text }, ...(chosen ? { file: chosen } : {}) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin(file);
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const dropped = event.dataTransfer.files[0];
    if (!dropped || read.isPending) return;
    setFile(dropped);
    begin(dropped);
  };
  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      width="text"
      crumbs={[{ label: t('list.title'), path: '/directives' }]}
    >
      <form
        onSubmit={submit}
        noValidate
        className={styles.drop}
        data-over={isOver}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Stack gap="md">
          <FileInput
            label={t('import.file')}
            description={t('import.drop')}
            placeholder={t('import.choose')}
            accept=".docx,.odt,.pdf,.txt,.md"
            value={file}
            onChange={setFile}
            clearable
            clearButtonProps={{ 'aria-label': t('import.clearFile') }}
          />
          {file === null ? (
            <Textarea
              label={t('import.text')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              rows={12}
            />
          ) : null}
          {read.isPending && file ? <ReadingProgress readingId={readingId} /> : null}
          <FormError error={read.error} />
          <div>
            <Button type="submit" variant="filled" loading={read.isPending}>
              {t('import.submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}
