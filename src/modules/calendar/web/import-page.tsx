import { Button, FileInput, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DateText, dayOf } from '../../../platform/ui/date-text.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError, NoPermission, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { type ImportItem, importEvents, readRange } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { CalendarTabs } from './calendar-tabs.tsx';
import { dateReaders } from './date-actions.tsx';
import { useName } from './use-name.ts';

/** An .ics file of another program: looked at first, then taken over. */
export function ImportPage() {
  const t = useText('calendar');
  const today = dayOf(new Date());
  const calendar = useEndpoint(readRange, { query: { from: today, to: today } });
  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      crumbs={[{ label: t('page.title'), path: '/calendar' }]}
      width="text"
    >
      <CalendarTabs />
      <QueryStates query={calendar}>
        {({ createInUnitIds }) =>
          createInUnitIds.length === 0 ? <NoPermission /> : <ImportForm unitIds={createInUnitIds} />
        }
      </QueryStates>
    </Page>
  );
}

function ImportForm({ unitIds }: { readonly unitIds: readonly string[] }) {
  const t = useText('calendar');
  const nameOf = useName();
  const units = useEndpoint(listUnits);
  const [unitId, setUnitId] = useState(unitIds[0] ?? '');
  const [file, setFile] = useState<File | null>(null);
  const send = useEndpointMutation(importEvents, {
    invalidates: dateReaders,
    onSuccess: ({ isApplied }) => {
      if (isApplied) announce({ kind: 'done', text: t('import.applied') });
    },
  });
  const run = (mode: 'preview' | 'apply', chosen: File | null = file) => {
    if (chosen) send.mutate({ body: { unitId, mode }, file: chosen });
  };
  const items = send.data?.items ?? [];
  const willChange = items.filter((item) => item.verdict === 'new' || item.verdict === 'changed').length;
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <NativeSelect
          label={t('import.unit')}
          value={unitId}
          data={unitIds.map((value) => {
            const unit = units.data?.units.find((each) => each.id === value);
            return { value, label: unit ? nameOf(unit.names) : value };
          })}
          onChange={(event) => {
            setUnitId(event.currentTarget.value);
            send.reset();
          }}
        />
        <FileInput
          label={t('import.file')}
          placeholder={t('import.choose')}
          accept=".ics,text/calendar"
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            run('preview', chosen);
          }}
        />
      </div>
      <FormError error={send.error} />
      {send.data === undefined ? null : (
        <Section
          title={t(send.data.isApplied ? 'import.result' : 'import.preview')}
          note={t('page.count', { count: items.length })}
          actions={
            send.data.isApplied ? null : (
              <Button
                variant="filled"
                disabled={willChange === 0}
                loading={send.isPending}
                onClick={() => run('apply')}
              >
                {t('import.apply', { count: willChange })}
              </Button>
            )
          }
        >
          <ImportTable items={items} />
        </Section>
      )}
    </div>
  );
}

function ImportTable({ items }: { readonly items: readonly ImportItem[] }) {
  const t = useText('calendar');
  return (
    <DataTable
      caption={t('import.preview')}
      rows={items}
      rowKey={(item) => item.uid}
      columns={[
        {
          key: 'title',
          label: t('form.title'),
          heading: true,
          render: (item) => item.title || t(item.verdict === 'private' ? 'import.private_title' : 'import.untitled'),
        },
        {
          key: 'first',
          label: t('form.first_day'),
          render: (item) =>
            item.firstOn === null ? (
              ''
            ) : (
              <span>
                <DateText value={item.firstOn} /> {item.startTime ?? ''}
              </span>
            ),
        },
        { key: 'dates', label: t('import.dates'), align: 'right', render: (item) => item.dateCount },
        {
          key: 'verdict',
          label: t('import.verdict'),
          render: (item) => (
            <div>
              {t(`verdict.${item.verdict}`)}
              {item.warnings.map((warning) => (
                <p key={`${warning.code} ${warning.value}`} className={styles.meta}>
                  {t(`warning.${warning.code}`, { value: warning.value })}
                </p>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}
