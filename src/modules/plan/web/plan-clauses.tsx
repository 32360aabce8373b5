import { useState } from 'react';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Icon } from '../../../platform/ui/icons.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { PlanDetail } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './plan-page.module.css';

type Clause = PlanDetail['clauses'][number];
/** More units than this are folded: 38 communes are one line until they are opened. */
const folded = 6;

/** The tasks grouped by clause. */
export function PlanClauses({ clauses }: { readonly clauses: readonly Clause[] }) {
  return (
    <ul className={styles.clauses}>
      {clauses.map((clause) => (
        <ClauseTasks key={clause.id} clause={clause} />
      ))}
    </ul>
  );
}

function ClauseTasks({ clause }: { readonly clause: Clause }) {
  const t = useText('plan');
  const localName = useLocalName();
  const [isOpen, setOpen] = useState(clause.total <= folded);
  return (
    <li className={styles.clause}>
      <div className={styles.clauseHead}>
        <span className={styles.path}>{clause.path}</span>
        <h3>{clause.title}</h3>
        <span className={styles.mode}>{t(`mode.${clause.mode}`)}</span>
        {clause.total > folded ? (
          <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={16} />
            {t('plan.units', { count: clause.total })}
          </button>
        ) : null}
      </div>
      {isOpen ? (
        <ul className={styles.tasks}>
          {clause.tasks.map((task) => (
            <li key={task.id}>
              <DeskLink
                to="/tasks/$taskId"
                params={{ taskId: task.id }}
                aria-label={`${clause.path}, ${localName(task.unitNames)}`}
              >
                {localName(task.unitNames)}
              </DeskLink>
              <span>{t(`task_state.${task.state}`)}</span>
              <span>{t(`rhythm.${task.rhythm}`)}</span>
              <span>{task.dueOn === null ? '' : <DateText value={task.dueOn} />}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
