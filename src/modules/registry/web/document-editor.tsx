import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { checkWritten } from '../registry.check.contract.ts';
import { listDocuments, readDocument, saveDocument } from '../registry.contract.ts';
import { kindNames, letterKind } from '../registry.kinds.ts';
import type { DocumentContent, DocumentDetail } from '../registry.shapes.contract.ts';
import { hindersKeeping } from '../registry.template-fields.ts';
import { ContentForm, withoutEmptyLines } from './content-form.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { DocumentDownloads } from './document-files.tsx';
import { DocumentPreview } from './document-preview.tsx';
import { DraftFindings } from './draft-findings.tsx';
import { FieldProblems, problemsOf } from './field-problems.tsx';
import styles from './registry.module.css';
import { SignDialog } from './sign-dialog.tsx';
import { SourceLink } from './source-link.tsx';
import { ValuesForm } from './values-form.tsx';

interface DocumentEditorProps {
  readonly document: DocumentDetail;
  readonly content: DocumentContent;
  readonly onRefused: () => void;
}

/** A draft: its fields and its text on one side, the sheet on the other. What was typed stays when a save is refused. */
export function DocumentEditor({ document, content: kept, onRefused }: DocumentEditorProps) {
  const t = useText('registry');
  const [draft, setDraft] = useState<DocumentContent | null>(null);
  const [isSigning, setIsSigning] = useState(false);
  const [isDiscarding, setIsDiscarding] = useState(false);
  const content = draft ?? kept;
  const problems = problemsOf(content);
  const save = useEndpointMutation(saveDocument, {
    invalidates: [listDocuments, readDocument, checkWritten],
    onSuccess: (_, call) => {
      // What was typed while the save was under way stays.
      setDraft((now) => (now !== null && withoutEmptyLines(now) !== call.body.content && now !== draft ? now : null));
      announce({ kind: 'done', text: t('editor.saved') });
    },
    onError: onRefused,
  });
  const submit = () =>
    save.mutate({
      params: { id: document.id },
      body: { version: document.version, content: withoutEmptyLines(content) },
    });
  const isLetter = document.kind === letterKind;
  return (
    <Page
      title={t('editor.title', { kind: kindNames[document.kind] })}
      name={document.subject || t('list.noSubject')}
      lead={t('editor.lead')}
      crumbs={[{ label: t('list.out.title'), path: '/documents' }]}
      actions={
        <>
          <DocumentDownloads document={document} />
          {document.abilities.discard ? (
            <Button variant="default" onClick={() => setIsDiscarding(true)}>
              {t('editor.discard')}
            </Button>
          ) : null}
          <Button
            variant="default"
            disabled={draft === null || problems.some(hindersKeeping)}
            loading={save.isPending}
            onClick={submit}
          >
            {t('editor.save')}
          </Button>
          {document.abilities.sign ? (
            <Button
              variant="filled"
              disabled={draft !== null}
              title={draft === null ? '' : t('editor.saveFirst')}
              onClick={() => setIsSigning(true)}
            >
              {t('editor.sign')}
            </Button>
          ) : null}
        </>
      }
    >
      <FormError error={save.error} />
      <SourceLink source={document.source} />
      {document.canPrintPdf ? null : <p className="note">{t('detail.noPdf')}</p>}
      <div className={styles.sides}>
        <div>
          <Section title={t('editor.values')}>
            <ValuesForm content={content} onChange={setDraft} />
          </Section>
          <Section title={t('editor.text')}>
            <FieldProblems problems={problems} />
            <ContentForm content={content} isLetter={isLetter} onChange={setDraft} />
          </Section>
        </div>
        <div>
          <Section title={t('editor.preview')}>
            <DocumentPreview kind={document.kind} unitId={document.unitId} content={withoutEmptyLines(content)} />
          </Section>
          <DraftFindings document={document} isChanged={draft !== null} onRefused={onRefused} />
        </div>
      </div>
      <Section title={t('detail.history')}>
        <HistoryRows rows={document.history} />
      </Section>
      {isDiscarding ? <DiscardDialog document={document} onClose={() => setIsDiscarding(false)} /> : null}
      {isSigning ? <SignDialog document={document} onRefused={onRefused} onClose={() => setIsSigning(false)} /> : null}
    </Page>
  );
}
