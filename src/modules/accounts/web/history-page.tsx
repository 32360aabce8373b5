import { AdministrationTabs } from '../../../platform/ui/administration-tabs.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readWholeHistory } from '../accounts.contract.ts';

/** The history of the whole: who, when, what, before, after. */
export function HistoryPage() {
  const t = useText('accounts');
  const history = useEndpoint(readWholeHistory);
  return (
    <Page title={t('administration.title')} lead={t('history.lead')}>
      <AdministrationTabs />
      <QueryStates query={history}>{({ rows }) => <HistoryRows rows={rows} />}</QueryStates>
    </Page>
  );
}
