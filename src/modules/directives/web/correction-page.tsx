import { Button, Checkbox, Select } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { WordDifference } from '../../../platform/ui/word-difference.tsx';
import { listDirectives, readDirective } from '../directives.contract.ts';
import { applyCorrection, type Correction, compareEditions } from '../directives.correction.contract.ts';
import styles from './correction.module.css';

/** A corrected edition beside the document that is here: what differs, and which clause is which. */
export function CorrectionPage() {
  const t = useText('directives');
  const { directiveId = '', targetId = '' } = useParams({ strict: false }) as {
    directiveId?: string;
    targetId?: string;
  };
  const correction = useEndpoint(compareEditions, { params: { id: directiveId }, query: { targetId } });
  const detail = useEndpoint(readDirective, { params: { id: directiveId } });
  return (
    <Page
      title={t('correction.title')}
      lead={t('correction.lead')}
      crumbs={[
        { label: t('list.title'), path: '/directives' },
        { label: detail.data ? numberAndSymbol(detail.data) : t('list.title'), path: `/directives/${directiveId}` },
      ]}
    >
      <QueryStates query={correction} rows={8}>
        {(data) => (
          <QueryStates query={detail}>
            {({ version }) => <Compared directiveId={directiveId} version={version} correction={data} />}
          </QueryStates>
        )}
      </QueryStates>
    </Page>
  );
}

interface ComparedProps {
  readonly directiveId: string;
  readonly version: number;
  readonly correction: Correction;
}

function Compared({ directiveId, version, correction }: ComparedProps) {
  const t = useText('directives');
  const goTo = useGoTo();
  const [pairs, setPairs] = useState(
    () => new Map(correction.rows.flatMap((row) => (row.earlierId === null ? [] : [[row.path, row.earlierId]]))),
  );
  const [showsSame, setShowsSame] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const apply = useEndpointMutation(applyCorrection, {
    invalidates: [readDirective, listDirectives, compareEditions],
    onSuccess: async ({ id }) => {
      announce({ kind: 'done', text: t('correction.applied') });
      await goTo({ to: '/directives/$directiveId', params: { directiveId: id } });
    },
  });
  const earlier = new Map(correction.earlier.map((clause) => [clause.id, clause]));
  const rows = correction.rows.map((row) => ({ ...row, was: earlier.get(pairs.get(row.path) ?? '') ?? null }));
  const isSame = (row: (typeof rows)[number]) => row.was?.text === row.text && row.was.path === row.path;
  const taken = new Set(pairs.values());
  const gone = correction.earlier.filter((clause) => !taken.has(clause.id));
  const choose = (path: string, earlierId: string | null) => {
    const next = new Map([...pairs].filter(([other, id]) => other !== path && id !== earlierId));
    if (earlierId !== null) next.set(path, earlierId);
    setPairs(next);
  };
  const { target } = correction;
  const same = rows.filter(isSame).length;
  return (
    <>
      <Checkbox
        mb="sm"
        label={`${t('correction.show_same')} (${t('correction.same', { count: same })})`}
        checked={showsSame}
        onChange={(event) => setShowsSame(event.currentTarget.checked)}
      />
      <DataTable
        caption={t('correction.title')}
        rows={showsSame ? rows : rows.filter((row) => !isSame(row))}
        rowKey={(row) => row.path}
        columns={[
          { key: 'path', label: t('correction.path'), heading: true, render: (row) => row.path },
          {
            key: 'change',
            label: t('correction.change'),
            render: (row) => (
              // One box: on a phone the table lays each thing in a cell into a column of its own.
              <div>
                <span className={styles.kind}>{changesOf(row, t).join(', ')}</span>
                <WordDifference before={row.was?.text ?? ''} after={row.text} />
              </div>
            ),
          },
          {
            key: 'earlier',
            label: t('correction.earlier'),
            render: (row) =>
              isSame(row) || !correction.abilities.apply ? (
                (row.was?.path ?? t('correction.new'))
              ) : (
                <Select
                  aria-label={`${t('correction.earlier')}: ${row.path}`}
                  searchable
                  clearable
                  placeholder={t('correction.new_option')}
                  data={correction.earlier.map((clause) => ({
                    value: clause.id,
                    label: `${clause.path} ${clause.text}`.slice(0, 120),
                  }))}
                  value={row.was?.id ?? null}
                  onChange={(earlierId) => choose(row.path, earlierId)}
                />
              ),
          },
        ]}
      />
      <div className={styles.after}>
        <Section title={t('correction.gone')} note={String(gone.length)}>
          {gone.length === 0 ? (
            <p className="note">{t('correction.none_gone')}</p>
          ) : (
            <>
              <p className="note">{t('correction.gone_text')}</p>
              <ul className={styles.gone}>
                {gone.map((clause) => (
                  <li key={clause.id}>
                    <b>{clause.path}</b> <del>{clause.text}</del>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      </div>
      {correction.abilities.apply && target !== null ? (
        <>
          <Button variant="filled" onClick={() => setAsking(true)}>
            {t('correction.apply')}
          </Button>
          <ConfirmDialog
            opened={isAsking}
            title={t('correction.apply')}
            confirmLabel={t('correction.apply')}
            pending={apply.isPending}
            error={apply.error}
            onClose={() => setAsking(false)}
            onConfirm={() =>
              apply.mutate({
                params: { id: directiveId },
                body: {
                  targetId: target.id,
                  version,
                  pairs: [...pairs].map(([path, earlierId]) => ({ path, earlierId })),
                },
              })
            }
          >
            <p>
              {t('correction.apply_question', {
                name: numberAndSymbol(target),
                changed: rows.filter((row) => row.was !== null && row.was.text !== row.text).length,
                added: rows.filter((row) => row.was === null).length,
                gone: gone.length,
              })}
            </p>
          </ConfirmDialog>
        </>
      ) : null}
    </>
  );
}

function changesOf(
  row: { readonly path: string; readonly text: string; readonly was: { path: string; text: string } | null },
  t: ReturnType<typeof useText>,
): string[] {
  if (row.was === null) return [t('correction.new')];
  return [
    ...(row.was.text === row.text ? [] : [t('correction.changed')]),
    ...(row.was.path === row.path ? [] : [t('correction.moved', { path: row.was.path })]),
  ];
}
