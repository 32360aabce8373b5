import { Button, Checkbox, Select } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { announce } from '../../../platform/ui/announce.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type ClausePairs, choosePairs, readChain, readPairs } from '../directives.chain.contract.ts';
import styles from './chain.module.css';

/** Clause beside clause of two linked documents: which carries out which. */
export function PairsPage() {
  const t = useText('directives');
  const { directiveId = '', linkId = '' } = useParams({ strict: false }) as { directiveId?: string; linkId?: string };
  const pairs = useEndpoint(readPairs, { params: { id: directiveId, linkId } });
  const lower = pairs.data?.lower;
  const upper = pairs.data?.link.directive;
  return (
    <Page
      title={t('pairs.title')}
      {...(upper ? { lead: t('pairs.lead', { upper: `${numberAndSymbol(upper)}, ${upper.subject}` }) } : {})}
      crumbs={[
        { label: t('list.title'), path: '/directives' },
        { label: lower ? numberAndSymbol(lower) : t('list.title'), path: `/directives/${directiveId}` },
      ]}
    >
      <QueryStates query={pairs} rows={8}>
        {(data) => <Pairs data={data} />}
      </QueryStates>
    </Page>
  );
}

interface Pair {
  readonly clauseId: string;
  readonly upperId: string;
  readonly similarity: number | null;
}
const keyOf = (pair: { clauseId: string; upperId: string }) => `${pair.clauseId} ${pair.upperId}`;

function Pairs({ data }: { readonly data: ClausePairs }) {
  const t = useText('directives');
  const isFirstTime = data.rows.every((row) => row.upperIds.length === 0);
  const [pairs, setPairs] = useState(() => knownPairs(data));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(pairs.filter((pair) => isFirstTime || isChosen(data, pair)).map(keyOf)),
  );
  const [added, setAdded] = useState<{ clauseId: string | null; upperId: string | null }>({
    clauseId: null,
    upperId: null,
  });
  const save = useEndpointMutation(choosePairs, {
    invalidates: [readPairs, readChain],
    onSuccess: () => announce({ kind: 'done', text: t('pairs.saved') }),
  });
  const lower = new Map(data.rows.map((row) => [row.id, row]));
  const upper = new Map(data.upperClauses.map((clause) => [clause.id, clause]));
  const paired = new Set(pairs.filter((pair) => chosen.has(keyOf(pair))).map((pair) => pair.clauseId));
  const toggle = (pair: Pair, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(keyOf(pair));
    else next.delete(keyOf(pair));
    setChosen(next);
  };
  const add = () => {
    const { clauseId, upperId } = added;
    if (clauseId === null || upperId === null) return;
    const pair = { clauseId, upperId, similarity: null };
    if (!pairs.some((each) => keyOf(each) === keyOf(pair))) setPairs([...pairs, pair]);
    toggle(pair, true);
    setAdded({ clauseId: null, upperId: null });
  };
  const words = (clause: { path: string; text: string } | undefined) => `${clause?.path ?? ''} ${clause?.text ?? ''}`;
  const mayLink = data.abilities.link;
  return (
    <>
      <p className="note">{t('pairs.unmatched', { count: data.rows.length - paired.size })}</p>
      {pairs.length === 0 ? (
        <EmptyState title={t('pairs.none')} />
      ) : (
        <DataTable
          caption={t('pairs.title')}
          rows={pairs}
          rowKey={keyOf}
          columns={[
            {
              key: 'lower',
              label: t('pairs.lower'),
              heading: true,
              render: (pair) => (
                <div>
                  <Checkbox
                    label={words(lower.get(pair.clauseId))}
                    checked={chosen.has(keyOf(pair))}
                    disabled={!mayLink}
                    onChange={(event) => toggle(pair, event.currentTarget.checked)}
                  />
                  <DeskLink to="/trace" search={{ clauseId: pair.clauseId }} className={styles.trace ?? ''}>
                    {t('pairs.trace')}
                  </DeskLink>
                </div>
              ),
            },
            {
              key: 'upper',
              label: t('pairs.upper'),
              render: (pair) => (
                <div>
                  {words(upper.get(pair.upperId))}{' '}
                  <span className="note">
                    (
                    {pair.similarity === null
                      ? t('pairs.by_hand')
                      : t('pairs.likeness', { percent: Math.round(pair.similarity * 100) })}
                    )
                  </span>
                </div>
              ),
            },
          ]}
        />
      )}
      {mayLink ? (
        <div className={styles.add}>
          <Select
            label={t('pairs.lower')}
            searchable
            data={data.rows.map((row) => ({ value: row.id, label: words(row).slice(0, 160) }))}
            value={added.clauseId}
            onChange={(clauseId) => setAdded({ ...added, clauseId })}
          />
          <Select
            label={t('pairs.upper')}
            searchable
            data={data.upperClauses.map((row) => ({ value: row.id, label: words(row).slice(0, 160) }))}
            value={added.upperId}
            onChange={(upperId) => setAdded({ ...added, upperId })}
          />
          <Button onClick={add} disabled={added.clauseId === null || added.upperId === null}>
            {t('pairs.add')}
          </Button>
          <FormError error={save.error} />
          <Button
            variant="filled"
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                params: { id: data.lower.id, linkId: data.link.id },
                body: {
                  version: data.link.version,
                  pairs: pairs
                    .filter((pair) => chosen.has(keyOf(pair)))
                    .map(({ clauseId, upperId }) => ({ clauseId, upperId })),
                },
              })
            }
          >
            {t('pairs.save', { count: chosen.size })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** What is paired already, then what is proposed for the others, in the order of the clauses. */
function knownPairs(data: ClausePairs): Pair[] {
  return data.rows.flatMap((row): Pair[] => {
    const likeness = (upperId: string) => (row.proposed?.upperId === upperId ? row.proposed.similarity : null);
    const known = row.upperIds.map((upperId) => ({ clauseId: row.id, upperId, similarity: likeness(upperId) }));
    if (row.proposed === null || row.upperIds.includes(row.proposed.upperId)) return known;
    return [...known, { clauseId: row.id, ...row.proposed }];
  });
}

function isChosen(data: ClausePairs, pair: Pair): boolean {
  return data.rows.find((row) => row.id === pair.clauseId)?.upperIds.includes(pair.upperId) === true;
}
