import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type TracedClause, traceClause } from '../../directives/directives.chain.contract.ts';
import { readClauseWork } from '../plan.trace.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './trace-page.module.css';

/** A clause as one link of a chain: up to the first document, down to what the communes do by themselves. */
export function TracePage() {
  const t = useText('plan');
  const search = useSearch({ strict: false }) as { clauseId?: string; directiveId?: string; path?: string };
  const { clauseId, directiveId, path } = search;
  const trace = useEndpoint(traceClause, {
    query: {
      ...(clauseId === undefined ? {} : { clauseId }),
      ...(directiveId === undefined ? {} : { directiveId }),
      ...(path === undefined ? {} : { path: String(path) }),
    },
  });
  return (
    <Page title={t('trace.title')} lead={t('trace.lead')} crumbs={[{ label: t('coverage.title'), path: '/plan' }]}>
      <QueryStates query={trace} rows={6}>
        {({ clause, up, down }) => (
          <ol className={styles.chain}>
            {up.length === 0 ? (
              <li className={styles.end}>{t('trace.no_upper')}</li>
            ) : (
              up.toReversed().map((each) => <ClauseLink key={each.id} clause={each} place="up" />)
            )}
            <ClauseLink clause={clause} place="own">
              <Work clauseId={clause.id} />
            </ClauseLink>
            {down.map((each) => (
              <ClauseLink key={each.id} clause={each} place="down">
                <Work clauseId={each.id} />
              </ClauseLink>
            ))}
          </ol>
        )}
      </QueryStates>
    </Page>
  );
}

function ClauseLink({
  clause,
  place,
  children,
}: {
  readonly clause: TracedClause;
  readonly place: 'up' | 'own' | 'down';
  readonly children?: ReactNode;
}) {
  const { directive } = clause;
  return (
    <li data-place={place} aria-current={place === 'own' ? 'true' : undefined}>
      <p className={styles.document}>
        <DeskLink to="/directives/$directiveId" params={{ directiveId: directive.id }}>
          {numberAndSymbol(directive)}, {directive.subject}
        </DeskLink>
        {directive.issuer === null ? null : <span className="note"> {directive.issuer}</span>}
      </p>
      <h2>
        <span>{clause.path}</span>{' '}
        {place === 'own' ? (
          clause.title
        ) : (
          <DeskLink to="/trace" search={{ clauseId: clause.id }}>
            {clause.title}
          </DeskLink>
        )}
      </h2>
      {place === 'own' ? <blockquote>{clause.text}</blockquote> : null}
      {children}
    </li>
  );
}

function Work({ clauseId }: { readonly clauseId: string }) {
  const t = useText('plan');
  const localName = useLocalName();
  const work = useEndpoint(readClauseWork, { params: { id: clauseId } });
  const tasks = work.data?.tasks ?? [];
  if (tasks.length === 0) return null;
  return (
    <details className={styles.work} open={tasks.length <= 6}>
      <summary>{t('trace.tasks', { count: work.data?.total ?? 0 })}</summary>
      <ul>
        {tasks.map((task) => (
          <li key={task.id}>
            <DeskLink to="/tasks/$taskId" params={{ taskId: task.id }}>
              {localName(task.unitNames)}
            </DeskLink>
            : {t(`task_state.${task.state}`)}, {t('cell.evidence', { count: task.evidence })}
            {task.ownTasks.length === 0 ? null : (
              <ul aria-label={t('own.work')}>
                {task.ownTasks.map((own) => (
                  <li key={own.id} data-done={own.state === 'done'}>
                    {own.title} <span className="note">({t(`trace.own_${own.state}`)})</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
