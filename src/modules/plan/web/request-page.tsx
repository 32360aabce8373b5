import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  getFollowUpLetter,
  getRequest,
  getRequestLetter,
  type RequestDetail,
  type RequestUnit,
  steerRequest,
} from '../plan.requests.contract.ts';
import styles from './request-page.module.css';
import { RequestUnits } from './request-units.tsx';
import { saveLetter } from './save-letter.ts';

const presets: readonly { key: string; fits: (row: RequestUnit) => boolean }[] = [
  { key: 'all', fits: () => true },
  { key: 'unanswered', fits: (row) => row.unanswered > 0 },
  { key: 'late', fits: (row) => row.late > 0 },
  { key: 'no_evidence', fits: (row) => row.accepted > 0 && row.evidence + row.waitingEvidence === 0 },
  { key: 'declined', fits: (row) => row.declined > 0 },
];

/** One request to many units: how far it went out, what became of it in each unit, whom to follow up. */
export function RequestPage() {
  const { requestId = '' } = useParams({ strict: false }) as { requestId?: string };
  const [isRunning, setRunning] = useState(false);
  const request = useEndpoint(getRequest, { params: { id: requestId } }, isRunning ? { refetchInterval: 1_000 } : {});
  const runsNow = request.data?.state === 'running';
  if (runsNow !== isRunning) setRunning(runsNow);
  return <QueryStates query={request}>{(data) => <Request request={data} />}</QueryStates>;
}

function Request({ request }: { readonly request: RequestDetail }) {
  const t = useText('plan');
  const [preset, setPreset] = useState('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [letterError, setLetterError] = useState<unknown>(null);
  const steer = useEndpointMutation(steerRequest, { invalidates: [getRequest] });
  const shown = request.unitRows.filter((row) => presets.find((each) => each.key === preset)?.fits(row) ?? true);
  const selected = shown.filter((row) => chosen.has(row.unitId)).map((row) => row.unitId);
  const write = async (kind: 'request' | 'follow_up', unitIds: readonly string[]) => {
    setLetterError(null);
    const call = {
      params: { id: request.id },
      query: unitIds.length === 0 ? {} : { unitIds: unitIds.join(',') },
    };
    const whom = unitIds.length === 1 ? `-${unitIds[0]}` : '';
    try {
      if (kind === 'request') await saveLetter(getRequestLetter, call, `cong-van-de-nghi${whom}`);
      else await saveLetter(getFollowUpLetter, call, `cong-van-don-doc${whom}`);
    } catch (error) {
      setLetterError(error);
    }
  };
  const count = selected.length;
  return (
    <Page
      title={request.title}
      lead={t('request.summary', { plan: request.planTitle, units: request.units, clauses: request.clauses })}
      crumbs={[
        { label: t('coverage.title'), path: '/plan' },
        { label: t('plan.title'), path: `/plans/${request.planId}` },
      ]}
      actions={
        request.abilities.write === true ? (
          <>
            <Button onClick={() => void write('request', selected)}>
              {count === 0 ? t('request.letter_all') : t('request.letter_chosen', { count })}
            </Button>
            <Button variant="filled" onClick={() => void write('follow_up', selected)}>
              {count === 0 ? t('request.follow_up_all') : t('request.follow_up_chosen', { count })}
            </Button>
          </>
        ) : null
      }
    >
      <FormError error={letterError ?? steer.error} />
      <div className={styles.progress}>
        <label>
          <span>{t(`request.state_${request.state}`, { reached: request.reached, units: request.units })}</span>
          <progress value={request.reached} max={Math.max(request.units, 1)} />
        </label>
        {(['stop', 'continue'] as const).map((action) =>
          request.abilities[action] === true ? (
            <Button
              key={action}
              size="xs"
              loading={steer.isPending}
              onClick={() => steer.mutate({ params: { id: request.id }, body: { action, version: request.version } })}
            >
              {t(`request.${action}`)}
            </Button>
          ) : null,
        )}
      </div>
      <ul className={styles.clauses}>
        {request.clauseList.map((clause) => (
          <li key={clause.id}>
            <b>{clause.path}</b> {clause.title}
          </li>
        ))}
        {request.dueOn === null ? null : (
          <li>
            {t('task.due')}: <DateText value={request.dueOn} />
          </li>
        )}
        {request.message === '' ? null : <li>{request.message}</li>}
      </ul>
      <Section title={t('request.by_unit')} note={t('request.shown', { count: shown.length, all: request.units })}>
        <fieldset className={styles.presets} aria-label={t('request.filter')}>
          {presets.map((each) => (
            <button
              key={each.key}
              type="button"
              aria-pressed={preset === each.key}
              onClick={() => {
                setPreset(each.key);
                setChosen(new Set());
              }}
            >
              {t(`request.filter_${each.key}`)} ({request.unitRows.filter(each.fits).length})
            </button>
          ))}
        </fieldset>
        <RequestUnits
          rows={shown}
          chosen={chosen}
          onChoose={setChosen}
          {...(request.abilities.write === true
            ? { onLetter: (kind: 'request' | 'follow_up', unitId: string) => void write(kind, [unitId]) }
            : {})}
        />
      </Section>
    </Page>
  );
}
