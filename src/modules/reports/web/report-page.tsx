import { useParams } from '@tanstack/react-router';
import { Page } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readReport } from '../reports.contract.ts';
import { ReportEditor } from './report-editor.tsx';

export function ReportPage() {
  const t = useText('reports');
  const { reportId = '' } = useParams({ strict: false }) as { reportId?: string };
  const query = useEndpoint(readReport, { params: { id: reportId } });
  if (query.data)
    return <ReportEditor key={query.data.id} report={query.data} onRefused={() => void query.refetch()} />;
  return (
    <Page title={t('list.title')} crumbs={[{ label: t('list.title'), path: '/reports' }]}>
      <QueryStates query={query}>{() => null}</QueryStates>
    </Page>
  );
}
