import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  downloadReport,
  listReports,
  type ReportDetail,
  readReport,
  reportNarrative,
  saveNarrative,
} from '../reports.contract.ts';
import { ReportFigures } from './report-figures.tsx';
import { ReportTable } from './report-table.tsx';
import { SignDialog } from './sign-dialog.tsx';

const parts = reportNarrative.keyof().options;

/** Figures, table and narrative of one report; what was typed stays when a save is refused. */
export function ReportEditor({ report }: { readonly report: ReportDetail }) {
  const t = useText('reports');
  const dates = useDateFormat();
  const [narrative, setNarrative] = useState(report.narrative);
  const [asksToSign, setAsksToSign] = useState(false);
  const isChanged = parts.some((part) => narrative[part] !== report.narrative[part]);
  const save = useEndpointMutation(saveNarrative, {
    invalidates: [readReport, listReports],
    onSuccess: () => announce({ kind: 'done', text: t('detail.saved') }),
  });
  const body = { version: report.version, title: report.title, narrative };
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
          disabled={!isChanged}
          loading={save.isPending}
          onClick={() => save.mutate({ params: { id: report.id }, body })}
        >
          {t('detail.save')}
        </Button>
      ) : null}
      {report.abilities.sign ? (
        <Button disabled={isChanged} title={isChanged ? t('detail.unsaved') : ''} onClick={() => setAsksToSign(true)}>
          {t('detail.sign')}
        </Button>
      ) : null}
    </>
  );
  return (
    <Page
      title={report.title}
      lead={`${dates(report.periodFrom)} – ${dates(report.periodTo)} · ${report.planTitle} · ${t(`state.${report.state}`)}`}
      crumbs={[{ label: t('list.title'), path: '/reports' }]}
      actions={actions}
    >
      <FormError error={save.error} />
      <Section title={t('detail.figures')} note={t(report.state === 'signed' ? 'detail.frozen' : 'detail.live')}>
        <ReportFigures figures={report.content.figures} />
      </Section>
      <Section title={t('detail.table')}>
        <ReportTable rows={report.content.rows} />
      </Section>
      <Section title={t('detail.narrative')} {...(report.state === 'draft' ? { note: t('detail.draftNotice') } : {})}>
        <Stack gap="md">
          {parts.map((part) => (
            <Textarea
              key={part}
              label={t(`narrative.${part}`)}
              value={narrative[part]}
              readOnly={!report.abilities.edit}
              autosize
              minRows={2}
              onChange={(event) => setNarrative({ ...narrative, [part]: event.currentTarget.value })}
            />
          ))}
        </Stack>
      </Section>
      <Section title={t('detail.history')}>
        <HistoryRows rows={report.history} />
      </Section>
      {asksToSign ? <SignDialog report={report} onClose={() => setAsksToSign(false)} /> : null}
    </Page>
  );
}
