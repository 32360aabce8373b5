import { Button, Checkbox } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { confirmPlan, getMatrix, getMonthMatrix, getPlan, listPlans, listTasks, sendTasks } from '../plan.contract.ts';
import type { PlanDetail } from '../plan.shapes.contract.ts';
import { CampaignList } from './campaign-list.tsx';
import { useLocalName } from './cell-name.ts';
import coverage from './coverage.module.css';
import { withStateWords } from './history-words.ts';
import { PlanClauses } from './plan-clauses.tsx';
import styles from './plan-page.module.css';
import { PlanRequests } from './plan-requests.tsx';

const readers = [getPlan, listPlans, getMatrix, getMonthMatrix, listTasks];

/** The plan that the directive proposes: looked through, changed, confirmed. */
export function PlanPage() {
  const { planId = '' } = useParams({ strict: false }) as { planId?: string };
  const plan = useEndpoint(getPlan, { params: { id: planId } });
  return (
    <QueryStates query={plan} rows={10}>
      {(data) => <Plan plan={data} />}
    </QueryStates>
  );
}

function Plan({ plan }: { readonly plan: PlanDetail }) {
  const t = useText('plan');
  const localName = useLocalName();
  const [isAsking, setAsking] = useState(false);
  const [sendRequests, setSendRequests] = useState(true);
  const confirm = useEndpointMutation(confirmPlan, {
    invalidates: readers,
    onSuccess: () => {
      setAsking(false);
      announce({ kind: 'done', text: t('plan.confirmed_now') });
    },
  });
  const send = useEndpointMutation(sendTasks, {
    invalidates: readers,
    onSuccess: () => announce({ kind: 'done', text: t('plan.sent_now') }),
  });
  return (
    <Page
      title={t('plan.title')}
      lead={t('plan.lead', { title: plan.title, state: t(`plan_state.${plan.state}`), count: plan.taskCount })}
      crumbs={[{ label: t('coverage.title'), path: '/plan' }]}
      actions={
        <>
          {plan.abilities.send === true ? (
            <Button loading={send.isPending} onClick={() => send.mutate({ params: { id: plan.id }, body: {} })}>
              {t('plan.send_requests', { count: plan.proposedRequests })}
            </Button>
          ) : null}
          {plan.abilities.confirm === true ? (
            <DeskLink to="/plans/$planId/take-over" params={{ planId: plan.id }} className={coverage.linkButton ?? ''}>
              {t('take_over.open')}
            </DeskLink>
          ) : null}
          {plan.abilities.confirm === true ? (
            <Button variant="filled" onClick={() => setAsking(true)}>
              {t('plan.confirm')}
            </Button>
          ) : (
            <DeskLink to="/plan">{t('plan.to_coverage')}</DeskLink>
          )}
        </>
      }
    >
      <FormError error={send.error} />
      <Section title={t('plan.themes')} note={String(plan.themes.length)}>
        <ul className={styles.themes}>
          {plan.themes.map((theme) => (
            <li key={theme.id}>
              <span>{theme.paths[0]?.split('/')[0]}</span>
              <b>{localName(theme.titles)}</b>
              <span>{theme.paths.join(', ')}</span>
            </li>
          ))}
        </ul>
      </Section>
      {plan.campaigns.length === 0 ? null : (
        <Section title={t('plan.campaigns')}>
          <CampaignList campaigns={plan.campaigns} mayChange={plan.abilities.changeCampaign === true} />
        </Section>
      )}
      {plan.state === 'confirmed' ? <PlanRequests planId={plan.id} /> : null}
      <Section title={t('plan.tasks')} note={String(plan.taskCount)}>
        <PlanClauses clauses={plan.clauses} />
      </Section>
      <Section title={t('task.history')}>
        <HistoryRows rows={withStateWords(plan.history, t)} />
      </Section>
      <ConfirmDialog
        opened={isAsking}
        title={t('plan.confirm')}
        confirmLabel={t('plan.confirm_yes')}
        pending={confirm.isPending}
        error={confirm.error}
        onClose={() => setAsking(false)}
        onConfirm={() => confirm.mutate({ params: { id: plan.id }, body: { version: plan.version, sendRequests } })}
      >
        <p>{t('plan.confirm_text')}</p>
        <Checkbox
          label={t('plan.send_too', { count: plan.proposedRequests })}
          checked={sendRequests}
          onChange={(event) => setSendRequests(event.currentTarget.checked)}
        />
      </ConfirmDialog>
    </Page>
  );
}
