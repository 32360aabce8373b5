import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listPlans } from '../../plan/plan.contract.ts';
import { createReport, listReports } from '../reports.contract.ts';

export function NewReportPage() {
  const t = useText('reports');
  const query = useEndpoint(listPlans);
  return (
    <Page title={t('create.title')} width="text" crumbs={[{ label: t('list.title'), path: '/reports' }]}>
      <QueryStates query={query}>
        {({ plans }) =>
          plans.length === 0 ? <EmptyState title={t('create.noPlan')} /> : <NewReportForm plans={plans} />
        }
      </QueryStates>
    </Page>
  );
}

interface PlanChoice {
  readonly id: string;
  readonly title: string;
  readonly year: number;
}

interface ReportForm {
  readonly title: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}

/** A reporting year runs from 15 December to 14 December (Nghị định 09/2019/NĐ-CP, article 12). */
function proposal(plan: PlanChoice | undefined, name: string): ReportForm {
  if (!plan) return { title: name, periodFrom: '', periodTo: '' };
  const { year } = plan;
  return { title: `${name} ${year}`, periodFrom: `${year - 1}-12-15`, periodTo: `${year}-12-14` };
}

function NewReportForm({ plans }: { readonly plans: readonly PlanChoice[] }) {
  const t = useText('reports');
  const goTo = useGoTo();
  const [planId, setPlanId] = useState(plans[0]?.id ?? '');
  const [id] = useState(() => newClientId(Date.now()));
  // What was not typed follows the plan that is chosen.
  const [typed, setTyped] = useState<Partial<ReportForm>>({});
  const form = { ...proposal(plans.find((plan) => plan.id === planId) ?? plans[0], t('create.defaultName')), ...typed };
  const change = (field: keyof ReportForm) => (value: string) => setTyped({ ...typed, [field]: value });
  const create = useEndpointMutation(createReport, {
    invalidates: [listReports],
    onSuccess: () => goTo({ to: '/reports/$reportId', params: { reportId: id } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: { id, planId, ...form } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NativeSelect
          label={t('create.plan')}
          value={planId}
          data={plans.map((plan) => ({ value: plan.id, label: plan.title }))}
          onChange={(event) => setPlanId(event.currentTarget.value)}
        />
        <TextInput
          label={t('create.name')}
          value={form.title}
          onChange={(event) => change('title')(event.currentTarget.value)}
        />
        <DayInput label={t('create.from')} value={form.periodFrom} onChange={change('periodFrom')} />
        <DayInput label={t('create.to')} value={form.periodTo} onChange={change('periodTo')} />
        <FormError error={create.error} />
        <div>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('create.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
