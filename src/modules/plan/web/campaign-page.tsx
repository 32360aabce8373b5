import { Button, MultiSelect } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { EmptyState, QueryStates } from '../../../platform/ui/states.tsx';
import { StateLegend } from '../../../platform/ui/stitch.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listLanguages } from '../../organisation/organisation.contract.ts';
import { type CampaignBoard, chooseCampaignClauses, getCampaignBoard } from '../plan.campaign-board.contract.ts';
import { getMatrix } from '../plan.contract.ts';
import { CampaignColumns } from './campaign-columns.tsx';
import styles from './campaign-page.module.css';
import { useLocalName } from './cell-name.ts';
import coverage from './coverage.module.css';

/** A campaign: how long until its peak day, its own board, its own figures. */
export function CampaignPage() {
  const { campaignId = '' } = useParams({ strict: false }) as { campaignId?: string };
  const board = useEndpoint(getCampaignBoard, { params: { id: campaignId } });
  return <QueryStates query={board}>{(data) => <Campaign board={data} />}</QueryStates>;
}

function Campaign({ board }: { readonly board: CampaignBoard }) {
  const t = useText('plan');
  const localName = useLocalName();
  const [isChoosing, setChoosing] = useState(false);
  const languages = useEndpoint(listLanguages).data?.languages ?? [];
  const nameOf = (code: string) => localName(languages.find((each) => each.code === code)?.names ?? { vi: code });
  const published = board.published.reduce((sum, row) => sum + row.count, 0);
  return (
    <Page
      title={board.title}
      name={t('campaign.page')}
      crumbs={[
        { label: t('coverage.title'), path: '/plan' },
        { label: t('plan.title'), path: `/plans/${board.planId}` },
      ]}
      actions={
        <>
          {board.abilities.change === true ? (
            <Button onClick={() => setChoosing(true)}>{t('campaign.choose')}</Button>
          ) : null}
          {board.abilities.request === true ? (
            <DeskLink
              to="/plans/$planId/request"
              params={{ planId: board.planId }}
              className={coverage.linkButton ?? ''}
              data-primary
            >
              {t('request.new')}
            </DeskLink>
          ) : null}
        </>
      }
    >
      <div className={styles.head}>
        <p className={styles.countdown}>
          <b>{Math.abs(board.daysToPeak)}</b>
          <span>
            {t(countdownKey(board.daysToPeak))}: <DateText value={board.peakOn} weekday />
          </span>
        </p>
        <Period board={board} />
      </div>
      <dl className={styles.figures}>
        <div>
          <dt>{t('campaign.evidence')}</dt>
          <dd>{board.evidence}</dd>
        </div>
        <div>
          <dt>{t('campaign.waiting')}</dt>
          <dd>{board.waitingEvidence}</dd>
        </div>
        <div>
          <dt>{t('campaign.published')}</dt>
          <dd>
            {published}
            {board.published.length === 0 ? null : (
              <small>{board.published.map((row) => `${nameOf(row.language)} ${row.count}`).join(', ')}</small>
            )}
          </dd>
        </div>
      </dl>
      <div className={styles.legend}>
        <StateLegend counts={board.counts} />
      </div>
      <Section title={t('campaign.clauses')} note={String(board.clauses.length)}>
        <ul className={styles.clauses}>
          {board.clauses.map((clause) => (
            <li key={clause.id}>
              <b>{clause.path}</b> {clause.title}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('campaign.board')} note={String(board.tasks.length)}>
        {board.tasks.length === 0 ? (
          <EmptyState title={t('campaign.empty')} text={t('campaign.empty_text')} />
        ) : (
          <CampaignColumns tasks={board.tasks} />
        )}
      </Section>
      {isChoosing ? <ClauseDialog board={board} onClose={() => setChoosing(false)} /> : null}
    </Page>
  );
}

function countdownKey(daysToPeak: number): string {
  if (daysToPeak === 0) return 'campaign.today';
  return daysToPeak > 0 ? 'campaign.days_left' : 'campaign.days_past';
}

/** The days of the campaign as a line: where the peak lies in it, where today does. */
function Period({ board }: { readonly board: CampaignBoard }) {
  const t = useText('plan');
  const start = Date.parse(board.startsOn);
  const length = Math.max(Date.parse(board.endsOn) - start, 1);
  const placeOf = (day: string) => Math.min(Math.max(((Date.parse(day) - start) / length) * 100, 0), 100);
  return (
    <div className={styles.period}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.ground} y="3" width="100" height="4" />
        <rect className={styles.past} y="3" width={placeOf(board.today)} height="4" />
        <rect className={styles.peak} x={Math.min(placeOf(board.peakOn), 99)} width="1" height="10" />
      </svg>
      <p>
        {t('campaign.period')}: <DateText value={board.startsOn} /> – <DateText value={board.endsOn} />
      </p>
    </div>
  );
}

function ClauseDialog({ board, onClose }: { readonly board: CampaignBoard; readonly onClose: () => void }) {
  const t = useText('plan');
  const [clauseIds, setClauseIds] = useState(() => board.clauses.map((clause) => clause.id));
  const matrix = useEndpoint(getMatrix, { params: { id: board.planId } });
  const choose = useEndpointMutation(chooseCampaignClauses, {
    invalidates: [getCampaignBoard],
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      opened
      title={t('campaign.choose')}
      confirmLabel={t('task.save')}
      pending={choose.isPending}
      error={choose.error}
      onClose={onClose}
      onConfirm={() => choose.mutate({ params: { id: board.id }, body: { clauseIds, version: board.version } })}
    >
      <MultiSelect
        label={t('campaign.clauses')}
        searchable
        data={(matrix.data?.rows ?? []).map((row) => ({ value: row.clauseId, label: `${row.path} ${row.title}` }))}
        value={clauseIds}
        onChange={setClauseIds}
      />
    </ConfirmDialog>
  );
}
