import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { kindNames } from '../registry.kinds.ts';
import { listTemplates } from '../registry.templates.contract.ts';
import { RegistryTabs } from './registry-tabs.tsx';

export function TemplateListPage() {
  const t = useText('registry');
  const query = useEndpoint(listTemplates);
  return (
    <Page title={t('template.title')} lead={t('template.lead')}>
      <RegistryTabs />
      <QueryStates query={query}>
        {({ templates }) =>
          templates.length === 0 ? (
            <EmptyState title={t('template.empty')} />
          ) : (
            <DataTable
              caption={t('template.title')}
              rows={templates}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'name',
                  label: t('template.name'),
                  heading: true,
                  render: (row) => (
                    <DeskLink to="/documents/templates/$templateId" params={{ templateId: row.id }}>
                      {row.name}
                    </DeskLink>
                  ),
                },
                { key: 'kind', label: t('list.kind'), render: (row) => kindNames[row.kind] ?? row.kind },
                { key: 'unit', label: t('template.unit'), render: (row) => row.unitName },
                { key: 'version', label: t('template.version'), render: (row) => String(row.version) },
              ]}
            />
          )
        }
      </QueryStates>
    </Page>
  );
}
