import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
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

function NewReportForm({ plans }: { readonly plans: readonly PlanChoice[] }) {
  const t = useText('reports');
  const goTo = useGoTo();
  const [planId, setPlanId] = useState(plans[0]?.id ?? '');
  const year = plans.find((plan) => plan.id === planId)?.year ?? 2026;
  const [title, setTitle] = useState(`${t('create.defaultName')} ${year}`);
  const [periodFrom, setPeriodFrom] = useState(`${year - 1}-12-15`);
  const [periodTo, setPeriodTo] = useState(`${year}-12-14`);
  const create = useEndpointMutation(createReport, {
    invalidates: [listReports],
    onSuccess: ({ id }) => goTo({ to: '/reports/$reportId', params: { reportId: id } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: { planId, title, periodFrom, periodTo } });
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
        <TextInput label={t('create.name')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        <TextInput
          label={t('create.from')}
          type="date"
          value={periodFrom}
          onChange={(event) => setPeriodFrom(event.currentTarget.value)}
        />
        <TextInput
          label={t('create.to')}
          type="date"
          value={periodTo}
          onChange={(event) => setPeriodTo(event.currentTarget.value)}
        />
        <FormError error={create.error} />
        <div>
          <Button type="submit" loading={create.isPending}>
            {t('create.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
