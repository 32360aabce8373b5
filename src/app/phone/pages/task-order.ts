import type { TaskRow } from '../../../modules/plan/plan.shapes.contract.ts';

const closed: readonly TaskRow['state'][] = ['done', 'declined', 'cancelled'];

export interface TaskGroups {
  readonly late: readonly TaskRow[];
  readonly open: readonly TaskRow[];
  readonly closed: readonly TaskRow[];
}

/** Late first, then what is due next, then without a day; what is over apart. Pure. */
export function groupTasks(tasks: readonly TaskRow[], today: string): TaskGroups {
  const isClosed = (task: TaskRow) => closed.includes(task.state);
  const isLate = (task: TaskRow) =>
    !isClosed(task) && (task.cell === 'late' || (task.nextDueOn !== null && task.nextDueOn < today));
  const byDay = [...tasks].sort((left, right) => dayOrEnd(left).localeCompare(dayOrEnd(right)));
  return {
    late: byDay.filter(isLate),
    open: byDay.filter((task) => !isLate(task) && !isClosed(task)),
    closed: byDay.filter(isClosed),
  };
}

function dayOrEnd(task: TaskRow): string {
  return task.nextDueOn ?? '9999-12-31';
}
