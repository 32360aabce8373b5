import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink, useGoTo } from '../../../platform/ui/desk-link.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  getRequest,
  type RequestDetail,
  type RequestUnit,
  steerRequest,
  writeFollowUpLetter,
  writeRequestLetter,
} from '../plan.requests.contract.ts';
import styles from './request-page.module.css';
import { RequestUnits } from './request-units.tsx';
import { UrgeButton } from './urge-button.tsx';

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
  const goTo = useGoTo();
  const steer = useEndpointMutation(steerRequest, { invalidates: [getRequest] });
  const shown = request.unitRows.filter((row) => presets.find((each) => each.key === preset)?.fits(row) ?? true);
  const selected = shown.filter((row) => chosen.has(row.unitId)).map((row) => row.unitId);
  const onSuccess = async ({ documentId }: { documentId: string }) => {
    announce({ kind: 'done', text: t('request.letter_begun') });
    await goTo({ to: '/documents/$documentId', params: { documentId } });
  };
  const letters = {
    request: useEndpointMutation(writeRequestLetter, { invalidates: [getRequest], onSuccess }),
    follow_up: useEndpointMutation(writeFollowUpLetter, { invalidates: [getRequest], onSuccess }),
  };
  const isWriting = letters.request.isPending || letters.follow_up.isPending;
  const write = (kind: 'request' | 'follow_up', unitIds: readonly string[]) => {
    for (const letter of Object.values(letters)) letter.reset();
    letters[kind].mutate({
      params: { id: request.id },
      body: { documentId: newClientId(Date.now()), unitIds: [...unitIds] },
    });
  };
  const count = selected.length;
  const isUrging = request.kind === 'follow_up';
  return (
    <Page
      title={request.title}
      lead={t('request.summary', { plan: request.planTitle, units: request.units, clauses: request.clauses })}
      crumbs={[
        { label: t('coverage.title'), path: '/plan' },
        { label: t('plan.title'), path: `/plans/${request.planId}` },
      ]}
      actions={
        request.abilities.write === true && !isUrging ? (
          <>
            <Button loading={isWriting} onClick={() => write('request', selected)}>
              {count === 0 ? t('request.letter_all') : t('request.letter_chosen', { count })}
            </Button>
            <Button loading={isWriting} onClick={() => write('follow_up', selected)}>
              {count === 0 ? t('request.follow_up_all') : t('request.follow_up_chosen', { count })}
            </Button>
            <UrgeButton request={request} chosen={selected} />
          </>
        ) : null
      }
    >
      <FormError error={letters.request.error ?? letters.follow_up.error ?? steer.error} />
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
      {request.letters.length > 0 && !isUrging ? (
        <Section title={t('request.letters')}>
          <ul className={styles.clauses}>
            {request.letters.map((letter) => (
              <li key={letter.documentId}>
                <DeskLink to="/documents/$documentId" params={{ documentId: letter.documentId }}>
                  {letter.subject}
                </DeskLink>{' '}
                <span className="note">
                  {letter.isSigned ? t('request.letter_signed', { number: letter.number }) : t('request.letter_draft')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
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
          isUrging={isUrging}
          {...(request.abilities.write === true
            ? { onLetter: (kind: 'request' | 'follow_up', unitId: string) => write(kind, [unitId]) }
            : {})}
        />
      </Section>
    </Page>
  );
}
