import { Button, Group, MultiSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { DeskForm } from '../../../platform/ui/field.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { getMatrix } from '../plan.contract.ts';
import { listRequests, startRequest } from '../plan.requests.contract.ts';
import type { Matrix } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import { type ExpectationDraft, ExpectationFields } from './expectation-fields.tsx';

const empty: ExpectationDraft = {
  expectedOutput: '',
  expectedCount: 1,
  outputKind: 'other',
  languages: [],
  priority: 'normal',
  rhythm: 'once',
  dueOn: null,
};

/** Ask the same of all communes, or of chosen units, in one act. */
export function RequestFormPage() {
  const { planId = '' } = useParams({ strict: false }) as { planId?: string };
  const matrix = useEndpoint(getMatrix, { params: { id: planId } });
  return <QueryStates query={matrix}>{(data) => <RequestForm matrix={data} />}</QueryStates>;
}

function RequestForm({ matrix }: { readonly matrix: Matrix }) {
  const t = useText('plan');
  const localName = useLocalName();
  const goTo = useGoTo();
  const units = useEndpoint(listUnits).data;
  const [id] = useState(() => newClientId(Date.now()));
  const [title, setTitle] = useState('');
  const [message, setMessage] = useState('');
  const [clauseIds, setClauseIds] = useState<string[]>([]);
  const [whom, setWhom] = useState<'communes' | 'chosen'>('communes');
  const [chosen, setChosen] = useState<string[]>([]);
  const [expectation, setExpectation] = useState(empty);
  const [isChecked, setChecked] = useState(false);
  const communes = units?.groups.find((group) => group.id === 'group:communes')?.unitIds ?? [];
  const unitIds = whom === 'communes' ? communes : chosen;
  const start = useEndpointMutation(startRequest, {
    invalidates: [listRequests],
    onSuccess: (request) => goTo({ to: '/requests/$requestId', params: { requestId: request.id } }),
  });
  const wrong = {
    title: title.trim().length < 3 ? t('request.title_missing') : null,
    clauses: clauseIds.length === 0 ? t('request.clauses_missing') : null,
    units: unitIds.length === 0 ? t('request.units_missing') : null,
  };
  const submit = () => {
    setChecked(true);
    if (Object.values(wrong).some((each) => each !== null)) return;
    start.mutate({
      params: { id: matrix.plan.id },
      body: {
        id,
        title: title.trim(),
        message: message.trim(),
        clauseIds,
        unitIds,
        ...expectation,
        languages: [...expectation.languages],
      },
    });
  };
  return (
    <Page
      title={t('request.new')}
      width="text"
      lead={t('request.lead')}
      crumbs={[
        { label: t('coverage.title'), path: '/plan' },
        { label: t('plan.title'), path: `/plans/${matrix.plan.id}` },
      ]}
    >
      <DeskForm label={t('request.new')} onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('request.title')}
            description={t('request.title_hint')}
            value={title}
            error={isChecked ? wrong.title : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <MultiSelect
            label={t('request.clauses')}
            searchable
            data={matrix.rows.map((row) => ({ value: row.clauseId, label: `${row.path} ${row.title}` }))}
            value={clauseIds}
            error={isChecked ? wrong.clauses : null}
            onChange={setClauseIds}
          />
          <Radio.Group
            label={t('request.whom')}
            value={whom}
            onChange={(value) => setWhom(value === 'chosen' ? 'chosen' : 'communes')}
          >
            <Stack gap="xs" pt="xs">
              <Radio value="communes" label={t('request.all_communes', { count: communes.length })} />
              <Radio value="chosen" label={t('request.chosen_units')} />
            </Stack>
          </Radio.Group>
          {whom === 'communes' ? null : (
            <MultiSelect
              label={t('request.units')}
              searchable
              data={(units?.units ?? [])
                .filter((unit) => !['department', 'leadership', 'group'].includes(unit.kind))
                .map((unit) => ({ value: unit.id, label: localName(unit.names) }))}
              value={chosen}
              error={isChecked ? wrong.units : null}
              onChange={setChosen}
            />
          )}
          <ExpectationFields value={expectation} onChange={setExpectation} />
          <Textarea
            label={t('request.message')}
            description={t('request.message_hint')}
            autosize
            minRows={3}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <FormError error={start.error} />
          <Group justify="flex-end" gap="xs">
            <Button type="submit" variant="filled" loading={start.isPending}>
              {t('request.start', { count: unitIds.length })}
            </Button>
          </Group>
        </Stack>
      </DeskForm>
    </Page>
  );
}
