import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdministrationTabs } from '../../../platform/ui/administration-tabs.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits, type Unit } from '../organisation.contract.ts';

/** Lets Vietnamese be found without its marks: "khong lao" finds "Khổng Lào". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

export function UnitsPage() {
  const t = useText('organisation');
  const units = useEndpoint(listUnits);
  return (
    <Page title={t('administration.title')} lead={t('units.lead')}>
      <AdministrationTabs />
      <QueryStates query={units} rows={8}>
        {(data) => <UnitLists units={data.units} />}
      </QueryStates>
    </Page>
  );
}

function UnitLists({ units }: { readonly units: readonly Unit[] }) {
  const t = useText('organisation');
  const { i18n } = useTranslation();
  const [search, setSearch] = useState('');
  const nameIn = (names: Record<string, string>) => names[i18n.language] ?? names.vi ?? '';
  const wanted = folded(search.trim());
  const found = units.filter(
    (unit) =>
      wanted === '' ||
      folded([...Object.values(unit.names), ...Object.values(unit.shortNames), ...unit.aliases].join(' ')).includes(
        wanted,
      ),
  );
  const parts = [
    { title: t('units.own'), rows: found.filter((unit) => unit.isOwn) },
    { title: t('units.others'), rows: found.filter((unit) => !unit.isOwn) },
  ];
  return (
    <>
      <TextInput
        label={t('units.search')}
        value={search}
        maw={360}
        mb="lg"
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 ? <EmptyState title={t('units.none')} /> : null}
      {parts
        .filter((part) => part.rows.length > 0)
        .map((part) => (
          <Section key={part.title} title={part.title} note={t('units.count', { count: part.rows.length })}>
            <DataTable
              caption={part.title}
              rows={part.rows}
              rowKey={(unit) => unit.id}
              columns={[
                { key: 'name', label: t('units.name'), heading: true, render: (unit) => nameIn(unit.names) },
                { key: 'short', label: t('units.short'), render: (unit) => nameIn(unit.shortNames) },
                { key: 'aliases', label: t('units.aliases'), render: (unit) => unit.aliases.join('; ') },
                { key: 'id', label: t('units.code'), render: (unit) => <code>{unit.id}</code> },
              ]}
            />
          </Section>
        ))}
    </>
  );
}
