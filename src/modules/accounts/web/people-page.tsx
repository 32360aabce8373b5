import { Button, Pagination, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { AdministrationTabs } from '../../../platform/ui/administration-tabs.tsx';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { Icon } from '../../../platform/ui/icons.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { disablePerson, listPeople } from '../accounts.contract.ts';
import { InviteDialog } from './invite-dialog.tsx';

type People = EndpointOutput<typeof listPeople>;
type Person = People['people'][number];

export function PeoplePage() {
  const t = useText('accounts');
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const [page, setPage] = useState(1);
  const [isInviting, inviting] = useDisclosure(false);
  const people = useEndpoint(
    listPeople,
    { query: asked.trim() === '' ? { page } : { page, search: asked.trim() } },
    { keepPrevious: true },
  );
  return (
    <Page
      title={t('administration.title')}
      lead={t('people.lead')}
      actions={
        people.data?.abilities.invite === true ? (
          <Button variant="filled" leftSection={<Icon name="plus" size={16} />} onClick={inviting.open}>
            {t('invite.open')}
          </Button>
        ) : undefined
      }
    >
      <AdministrationTabs />
      <TextInput
        label={t('people.search')}
        value={search}
        maw={360}
        mb="lg"
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setPage(1);
        }}
      />
      <QueryStates query={people}>{(data) => <PeopleLists data={data} page={page} onPage={setPage} />}</QueryStates>
      <InviteDialog opened={isInviting} onClose={inviting.close} />
    </Page>
  );
}

interface PeopleListsProps {
  readonly data: People;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function PeopleLists({ data, page, onPage }: PeopleListsProps) {
  const t = useText('accounts');
  return (
    <>
      <Section title={t('people.title')} note={t('people.count', { count: data.total })}>
        {data.people.length === 0 ? <EmptyState title={t('people.empty')} /> : <PeopleTable data={data} />}
        {data.total > data.pageSize ? (
          <Pagination
            mt="md"
            value={page}
            onChange={onPage}
            total={Math.ceil(data.total / data.pageSize)}
            getControlProps={(control) => ({ 'aria-label': t(`people.page_${control}`) })}
          />
        ) : null}
      </Section>
      {data.invitations.length === 0 ? null : (
        <Section title={t('invitations.title')} note={t('invitations.note')}>
          <DataTable
            caption={t('invitations.title')}
            rows={data.invitations}
            rowKey={(one) => `${one.email}-${one.role}`}
            columns={[
              { key: 'name', label: t('field.full_name'), heading: true, render: (one) => one.fullName },
              { key: 'email', label: t('field.email'), render: (one) => one.email },
              { key: 'role', label: t('field.role'), render: (one) => `${t(`role.${one.role}`)}, ${one.unitName}` },
              { key: 'until', label: t('invitations.until'), render: (one) => <DateText value={one.expiresAt} time /> },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function PeopleTable({ data }: { readonly data: People }) {
  const t = useText('accounts');
  const [leaving, setLeaving] = useState<Person | null>(null);
  const disable = useEndpointMutation(disablePerson, { invalidates: [listPeople], onSuccess: () => setLeaving(null) });
  return (
    <>
      <DataTable
        caption={t('people.title')}
        rows={data.people}
        rowKey={(person) => person.id}
        columns={[
          { key: 'name', label: t('field.full_name'), heading: true, render: (person) => person.fullName },
          { key: 'email', label: t('field.email'), render: (person) => person.email },
          { key: 'position', label: t('field.position'), render: (person) => person.positionTitle },
          {
            key: 'roles',
            label: t('field.roles'),
            render: (person) => (
              <ul>
                {person.grants.map((grant) => (
                  <li key={`${grant.role}-${grant.unitId}`}>
                    {t(`role.${grant.role}`)}, {grant.unitName}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'actions',
            label: t('people.state'),
            render: (person) => {
              if (person.isDisabled) return t('people.disabled');
              if (!data.abilities.disable) return t('people.active');
              return (
                <Button
                  size="xs"
                  aria-label={t('disable.of', { name: person.fullName })}
                  onClick={() => setLeaving(person)}
                >
                  {t('disable.open')}
                </Button>
              );
            },
          },
        ]}
      />
      <ConfirmDialog
        key={leaving?.id ?? 'nobody'}
        opened={leaving !== null}
        title={t('disable.title', { name: leaving?.fullName ?? '' })}
        confirmLabel={t('disable.confirm')}
        reason="required"
        danger
        pending={disable.isPending}
        error={disable.error}
        onClose={() => setLeaving(null)}
        onConfirm={(reason) => {
          if (leaving !== null) disable.mutate({ params: { id: leaving.id }, body: { reason } });
        }}
      >
        <p>{t('disable.text')}</p>
      </ConfirmDialog>
    </>
  );
}
