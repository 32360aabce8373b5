import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getMatrix, getPlan, listTasks } from '../plan.contract.ts';
import { proposeTakeOver, type TakeOverPair, type TakeOverProposal, takeOver } from '../plan.take-over.contract.ts';
import { useLocalName } from './cell-name.ts';

/** What an earlier plan offers: clause beside clause, chosen by a person. */
export function TakeOverPage() {
  const t = useText('plan');
  const { planId = '' } = useParams({ strict: false }) as { planId?: string };
  const [fromPlanId, setFromPlanId] = useState<string | null>(null);
  const plan = useEndpoint(getPlan, { params: { id: planId } });
  const proposal = useEndpoint(proposeTakeOver, {
    params: { id: planId },
    query: fromPlanId === null ? {} : { fromPlanId },
  });
  const version = plan.data?.version;
  return (
    <Page
      title={t('take_over.title')}
      lead={t('take_over.lead')}
      crumbs={[
        { label: t('coverage.title'), path: '/plan' },
        { label: t('plan.title'), path: `/plans/${planId}` },
      ]}
    >
      <QueryStates query={proposal} rows={8}>
        {(data) => (
          <>
            {data.earlier.length > 1 ? (
              <NativeSelect
                label={t('take_over.from')}
                mb="md"
                data={data.earlier.map((each) => ({ value: each.id, label: `${each.year}: ${each.title}` }))}
                value={data.fromPlanId ?? ''}
                onChange={(event) => setFromPlanId(event.currentTarget.value)}
              />
            ) : null}
            {data.pairs.length === 0 || data.fromPlanId === null || version === undefined ? (
              <EmptyState title={t('take_over.empty')} text={t('take_over.empty_text')} />
            ) : (
              <Pairs key={data.fromPlanId} planId={planId} version={version} proposal={data} from={data.fromPlanId} />
            )}
          </>
        )}
      </QueryStates>
    </Page>
  );
}

interface PairsProps {
  readonly planId: string;
  readonly version: number;
  readonly proposal: TakeOverProposal;
  readonly from: string;
}

function Pairs({ planId, version, proposal, from }: PairsProps) {
  const t = useText('plan');
  const localName = useLocalName();
  const goTo = useGoTo();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(proposal.pairs.map((pair) => pair.clauseId)));
  const take = useEndpointMutation(takeOver, {
    invalidates: [getPlan, getMatrix, listTasks],
    onSuccess: async () => {
      announce({ kind: 'done', text: t('take_over.done') });
      await goTo({ to: '/plans/$planId', params: { planId } });
    },
  });
  const choose = (clauseId: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(clauseId);
    else next.delete(clauseId);
    setChosen(next);
  };
  const units = (pair: TakeOverPair) =>
    `${pair.units.map(localName).join(', ')}${pair.tasks > pair.units.length ? ` +${pair.tasks - pair.units.length}` : ''}`;
  return (
    <>
      <p className="note">{t('take_over.unmatched', { count: proposal.unmatched })}</p>
      <DataTable
        caption={t('take_over.title')}
        rows={proposal.pairs}
        rowKey={(pair) => pair.clauseId}
        columns={[
          {
            key: 'clause',
            label: t('take_over.clause'),
            heading: true,
            render: (pair) => (
              <Checkbox
                label={`${pair.path} ${pair.text}`}
                checked={chosen.has(pair.clauseId)}
                onChange={(event) => choose(pair.clauseId, event.currentTarget.checked)}
              />
            ),
          },
          {
            key: 'from',
            label: t('take_over.earlier'),
            render: (pair) => (
              <>
                {`${pair.fromPath} ${pair.fromText} `}
                <span className="note">{t('take_over.likeness', { percent: Math.round(pair.similarity * 100) })}</span>
              </>
            ),
          },
          {
            key: 'what',
            label: t('take_over.what'),
            render: (pair) => (
              <>
                {units(pair)}
                <br />
                <span className="note">
                  {`${pair.expectedCount} × ${t(`output_kind.${pair.outputKind}`)}, ${t(`rhythm.${pair.rhythm}`)}`}
                </span>
              </>
            ),
          },
        ]}
      />
      <FormError error={take.error} />
      <Button
        mt="md"
        variant="filled"
        disabled={chosen.size === 0}
        loading={take.isPending}
        onClick={() =>
          take.mutate({
            params: { id: planId },
            body: {
              fromPlanId: from,
              version,
              pairs: proposal.pairs
                .filter((pair) => chosen.has(pair.clauseId))
                .map(({ clauseId, fromClauseId }) => ({ clauseId, fromClauseId })),
            },
          })
        }
      >
        {t('take_over.take', { count: chosen.size })}
      </Button>
    </>
  );
}
