import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { Stitch } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { CampaignBoard } from '../plan.campaign-board.contract.ts';
import type { TaskState } from '../plan.shapes.contract.ts';
import styles from './campaign-page.module.css';
import { useLocalName } from './cell-name.ts';

const columns: readonly { key: string; states: readonly TaskState[] }[] = [
  { key: 'waiting', states: ['proposed', 'sent'] },
  { key: 'working', states: ['accepted', 'in_progress', 'returned'] },
  { key: 'done', states: ['done'] },
  { key: 'declined', states: ['declined'] },
];

/** The board: each task in the column of its state. */
export function CampaignColumns({ tasks }: { readonly tasks: CampaignBoard['tasks'] }) {
  const t = useText('plan');
  const localName = useLocalName();
  return (
    <div className={styles.board}>
      {columns.map(({ key, states }) => {
        const own = tasks.filter((task) => states.includes(task.state));
        return (
          <section key={key} aria-label={t(`campaign.column_${key}`)}>
            <h3>
              {t(`campaign.column_${key}`)} <span>{own.length}</span>
            </h3>
            <ul>
              {own.map((task) => (
                <li key={task.id}>
                  {task.cell === 'none' ? <span /> : <Stitch state={task.cell} size={16} />}
                  <span>
                    <DeskLink to="/tasks/$taskId" params={{ taskId: task.id }}>
                      {`${task.path}, ${localName(task.unitNames)}`}
                    </DeskLink>
                    <small>
                      {t('cell.evidence', { count: task.evidenceCount })}
                      {task.dueOn === null ? null : (
                        <>
                          . {t('task.due')}: <DateText value={task.dueOn} />
                        </>
                      )}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
