import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { downloadReport, listReports, type ReportDetail, readReport, saveNarrative } from '../reports.contract.ts';
import { blankParts, isTitleTooShort, isUnsaved, type NarrativeDraft, wordsOf } from './narrative-draft.ts';
import { NarrativeForm } from './narrative-form.tsx';
import { ReportAnnex } from './report-annex.tsx';
import { ReportFigures } from './report-figures.tsx';
import { ReportTable } from './report-table.tsx';
import { SignDialog } from './sign-dialog.tsx';

interface ReportEditorProps {
  readonly report: ReportDetail;
  /** A change was refused: somebody else may have saved or signed, so the report is to be read again. */
  readonly onRefused: () => void;
}

/** Figures, table and narrative of one report; what was typed stays when a save is refused. */
export function ReportEditor({ report, onRefused }: ReportEditorProps) {
  const t = useText('reports');
  const dates = useDateFormat();
  const [draft, setDraft] = useState<NarrativeDraft | null>(null);
  // The version that the leader has read: a save of somebody else while the dialog is open is not signed unread.
  const [versionToSign, setVersionToSign] = useState<number | null>(null);
  const hasUnsaved = isUnsaved(draft);
  const save = useEndpointMutation(saveNarrative, {
    invalidates: [readReport, listReports],
    onSuccess: (saved) => {
      // What was typed while the save was under way is typed over the version just saved.
      setDraft((now) => now && { base: wordsOf(saved), narrative: now.narrative });
      announce({ kind: 'done', text: t('detail.saved') });
    },
    onError: onRefused,
  });
  const saveDraft = () => {
    if (!draft) return;
    const { title, ...narrative } = draft.narrative;
    save.mutate({ params: { id: report.id }, body: { version: draft.base.version, title, narrative } });
  };
  const changeDraft = (next: NarrativeDraft | null) => {
    // Laid over the newer version, or given up: the refusal has been answered.
    if (next?.base !== draft?.base) save.reset();
    setDraft(next);
  };
  const actions = (
    <>
      <Button
        component="a"
        variant="default"
        href={endpointUrl(downloadReport, { params: { id: report.id } })}
        download
      >
        {t('detail.download')}
      </Button>
      {report.abilities.edit ? (
        <Button
          variant="default"
          disabled={!hasUnsaved || isTitleTooShort(draft?.narrative ?? report)}
          loading={save.isPending}
          onClick={saveDraft}
        >
          {t('detail.save')}
        </Button>
      ) : null}
      {report.abilities.sign ? (
        <Button
          disabled={hasUnsaved}
          title={hasUnsaved ? t('detail.unsaved') : ''}
          onClick={() => setVersionToSign(report.version)}
        >
          {t('detail.sign')}
        </Button>
      ) : null}
    </>
  );
  const period = `${dates(report.periodFrom)} – ${dates(report.periodTo)}`;
  const countedTo = dates(report.content.countedTo);
  return (
    <Page
      title={report.title}
      lead={[period, t('detail.scope'), report.planTitle, t(`state.${report.state}`)].join(' · ')}
      crumbs={[{ label: t('list.title'), path: '/reports' }]}
      actions={actions}
    >
      <FormError error={save.error} />
      <Section
        title={t('detail.figures')}
        note={t(report.state === 'signed' ? 'detail.frozen' : 'detail.live', { date: countedTo })}
      >
        <ReportFigures figures={report.content.figures} />
      </Section>
      <Section title={t('detail.table')}>
        <ReportTable rows={report.content.rows} />
      </Section>
      {report.abilities.edit || report.content.matrix !== null ? (
        <Section title={t('annex.title')} note={t('annex.note', { date: countedTo })}>
          <ReportAnnex
            report={report}
            onChosen={(saved) => setDraft((now) => now && { base: wordsOf(saved), narrative: now.narrative })}
            onRefused={onRefused}
          />
        </Section>
      ) : null}
      <Section title={t('detail.narrative')} {...(report.state === 'draft' ? { note: t('detail.draftNotice') } : {})}>
        <NarrativeForm report={report} draft={draft} isSaving={save.isPending} onChange={changeDraft} />
      </Section>
      <Section title={t('detail.history')}>
        <HistoryRows rows={report.history} />
      </Section>
      {versionToSign === null ? null : (
        <SignDialog
          reportId={report.id}
          version={versionToSign}
          blankParts={blankParts(report.narrative)}
          onRefused={onRefused}
          onClose={() => setVersionToSign(null)}
        />
      )}
    </Page>
  );
}
