import { Button } from '@mantine/core';
import { useState } from 'react';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { Facts } from '../../../platform/ui/field.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { downloadFile, readSheet } from '../registry.contract.ts';
import { receivedKindNames } from '../registry.kinds.ts';
import type { DocumentDetail } from '../registry.shapes.contract.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { DocumentDownloads } from './document-files.tsx';
import { documentNumber } from './document-number.ts';
import { DocumentPreview } from './document-preview.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import styles from './registry.module.css';
import { SourceLink } from './source-link.tsx';

/** A document that has its number: what the register keeps of it, and its files as they came in or went out. */
export function DocumentView({ document }: { readonly document: DocumentDetail }) {
  const t = useText('registry');
  const dates = useDateFormat();
  const [isCorrecting, setIsCorrecting] = useState(false);
  const { details, direction } = document;
  const day = (date: string | null) => (date === null ? '' : dates(date));
  const facts: (readonly [string, string])[] = [
    [t('detail.number'), documentNumber(document)],
    [t('list.kind'), receivedKindNames[document.kind] ?? document.kind],
    [t('detail.agency'), document.agency],
    [t('list.issued'), day(document.issuedOn)],
    [t('list.arrivalNumber'), direction === 'in' ? String(document.registerNumber ?? '') : ''],
    [t('list.arrived'), day(document.arrivedOn)],
    [t('list.due'), day(document.dueOn)],
    [t('detail.signer'), [details.signerPosition, details.signerName].filter(Boolean).join(': ')],
    [t('detail.to'), details.to.join('; ')],
    [t('detail.toPlaces'), details.toPlaces],
    [t('detail.priority'), direction === 'in' ? t(`priority.${details.priority}`) : ''],
    [t('detail.pageAmount'), details.pageAmount === null ? '' : String(details.pageAmount)],
    [t('detail.register'), document.unitName],
  ];
  const list = { label: t(`list.${direction}.title`), path: direction === 'in' ? '/documents/received' : '/documents' };
  return (
    <Page
      title={document.subject}
      name={documentNumber(document)}
      lead={t('detail.lead', {
        kind: receivedKindNames[document.kind] ?? document.kind,
        number: documentNumber(document),
        state: t(`state.${document.state}`),
      })}
      crumbs={[list]}
      actions={
        <>
          <DocumentDownloads document={document} />
          {document.abilities.correct ? (
            <Button variant="default" onClick={() => setIsCorrecting(true)}>
              {t('correct.open')}
            </Button>
          ) : null}
        </>
      }
    >
      {(document.content !== null || document.hasSheet) && !document.canPrintPdf ? (
        <p className="note">{t('detail.noPdf')}</p>
      ) : null}
      <Section title={t('detail.registered')}>
        <Facts items={facts.filter(([, value]) => value !== '')} />
        <SourceLink source={document.source} />
      </Section>
      {document.files.length > 0 ? (
        <Section title={t('detail.files')}>
          <ul>
            {document.files.map((file) => (
              <li key={file.position}>
                <a href={endpointUrl(downloadFile, { params: { id: document.id, position: file.position } })} download>
                  {file.name}
                </a>{' '}
                <span className="note">{t('detail.kilobytes', { size: Math.ceil(file.bytes / 1024) })}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {document.hasSheet ? (
        <Section title={t('detail.sheet')}>
          <SignedSheet id={document.id} />
        </Section>
      ) : null}
      {document.content !== null && document.state === 'draft' ? (
        <Section title={t('editor.preview')}>
          <DocumentPreview kind={document.kind} unitId={document.unitId} content={document.content} />
        </Section>
      ) : null}
      <Section title={t('detail.history')}>
        <HistoryRows rows={document.history} />
      </Section>
      {isCorrecting ? <CorrectDialog document={document} onClose={() => setIsCorrecting(false)} /> : null}
    </Page>
  );
}

function SignedSheet({ id }: { readonly id: string }) {
  const t = useText('registry');
  const query = useEndpoint(readSheet, { params: { id } });
  return (
    <div className={styles.signed}>
      <QueryStates query={query}>{({ html }) => <PaperSheet html={html} label={t('detail.sheet')} />}</QueryStates>
    </div>
  );
}
