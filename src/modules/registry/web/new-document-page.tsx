import { Button } from '@mantine/core';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listDocuments, writeDocument } from '../registry.contract.ts';
import { kindNames } from '../registry.kinds.ts';
import { listTemplates } from '../registry.templates.contract.ts';

/** A document begins with a template. */
export function NewDocumentPage() {
  const t = useText('registry');
  const goTo = useGoTo();
  const query = useEndpoint(listTemplates);
  const write = useEndpointMutation(writeDocument, {
    invalidates: [listDocuments],
    onSuccess: async ({ id }) => {
      await goTo({ to: '/documents/$documentId', params: { documentId: id } });
    },
  });
  return (
    <Page title={t('new.title')} lead={t('new.lead')} crumbs={[{ label: t('list.out.title'), path: '/documents' }]}>
      <FormError error={write.error} />
      <QueryStates query={query}>
        {({ templates }) =>
          templates.length === 0 ? (
            <EmptyState title={t('template.empty')} />
          ) : (
            <DataTable
              caption={t('new.title')}
              rows={templates}
              rowKey={(row) => row.id}
              columns={[
                { key: 'name', label: t('template.name'), heading: true, render: (row) => row.name },
                { key: 'kind', label: t('list.kind'), render: (row) => kindNames[row.kind] ?? row.kind },
                { key: 'unit', label: t('template.unit'), render: (row) => row.unitName },
                {
                  key: 'write',
                  label: t('new.choose'),
                  render: (row) => (
                    <Button
                      size="compact-md"
                      loading={write.isPending}
                      aria-label={t('new.writeFrom', { name: row.name })}
                      onClick={() => write.mutate({ body: { id: newClientId(Date.now()), templateId: row.id } })}
                    >
                      {t('new.write')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </QueryStates>
    </Page>
  );
}
