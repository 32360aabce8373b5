import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Section } from '../../../platform/ui/page.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listRequests } from '../plan.requests.contract.ts';
import coverage from './coverage.module.css';
import styles from './plan-page.module.css';

/** Requests to many units of this plan, and the way to a new one. Not shown to those who may not read them. */
export function PlanRequests({ planId }: { readonly planId: string }) {
  const t = useText('plan');
  const { data } = useEndpoint(listRequests, { params: { id: planId } });
  if (data === undefined || (data.requests.length === 0 && data.abilities.start !== true)) return null;
  return (
    <Section
      title={t('request.sent')}
      note={String(data.requests.length)}
      actions={
        data.abilities.start === true ? (
          <DeskLink to="/plans/$planId/request" params={{ planId }} className={coverage.linkButton ?? ''}>
            {t('request.new')}
          </DeskLink>
        ) : null
      }
    >
      {data.requests.length === 0 ? <p className="note">{t('request.none')}</p> : null}
      <ul className={styles.themes}>
        {data.requests.map((request) => (
          <li key={request.id}>
            <DateText value={request.createdAt.slice(0, 10)} />
            <b>
              <DeskLink to="/requests/$requestId" params={{ requestId: request.id }}>
                {request.title}
              </DeskLink>
            </b>
            <span>{t(`request.state_${request.state}`, { reached: request.reached, units: request.units })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
