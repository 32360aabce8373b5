import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';
import { campaign } from './plan.campaign.contract.ts';
import { evidenceItem } from './plan.evidence.contract.ts';

export const taskState = z.enum([
  'proposed',
  'sent',
  'accepted',
  'in_progress',
  'done',
  'returned',
  'declined',
  'cancelled',
]);
export const taskMode = z.enum(['assigned', 'requested']);
export const rhythm = z.enum(['once', 'weekly', 'monthly', 'quarterly', 'per_event']);
/** Of a task per event: events of its clause, of its whole theme, or series chosen one by one. */
export const eventScope = z.enum(['clause', 'theme', 'chosen']);
export type EventScope = z.infer<typeof eventScope>;
export const taskAction = z.enum([
  'send',
  'accept',
  'decline',
  'start',
  'ask',
  'answer',
  'report',
  'finish',
  'return',
  'extend',
  'reopen',
  'cancel',
]);
/** Steps that the history must explain: a reason, the question itself, its answer. */
export const actionsWithWords: readonly z.infer<typeof taskAction>[] = [
  'decline',
  'ask',
  'answer',
  'report',
  'return',
  'extend',
  'cancel',
];
export const priority = z.enum(['high', 'normal', 'low']);
/** What shall come out: items of news, radio broadcasts, visual information, an event, a media product, a report. */
export const outputKind = z.enum(['story', 'broadcast', 'visual', 'event', 'product', 'report', 'other']);
/** The stitches, and `none`: not assigned, nothing to ask. */
export const cellState = z.enum(['done', 'running', 'late', 'empty', 'idle', 'declined', 'none']);
export const taskWaits = z.enum(['work', 'answer', 'evidence']);
export const taskSort = z.enum(['due', 'priority', 'unit', 'newest']);
export type TaskWaits = z.infer<typeof taskWaits>;
export type TaskSort = z.infer<typeof taskSort>;
export type TaskState = z.infer<typeof taskState>;
export type TaskAction = z.infer<typeof taskAction>;
export type TaskMode = z.infer<typeof taskMode>;
export type Priority = z.infer<typeof priority>;
export type OutputKind = z.infer<typeof outputKind>;
export type Rhythm = z.infer<typeof rhythm>;
export type CellState = z.infer<typeof cellState>;

export const names = z.record(z.string(), z.string());
export const abilities = z.record(z.string(), z.boolean());
export const id = z.object({ id: z.uuid() });
export const version = z.number().int();
export const reason = z.string().trim().max(1000);
export const changeErrors = [
  'platform.not_found',
  'platform.not_permitted',
  'platform.version_conflict',
  'platform.transition_not_allowed',
];

export const taskRow = z.object({
  id: z.string(),
  planId: z.string(),
  clauseId: z.string(),
  path: z.string(),
  unitId: z.string(),
  unitNames: names,
  unitKind: z.string(),
  mode: taskMode,
  state: taskState,
  cell: cellState,
  title: z.string(),
  expectedOutput: z.string(),
  expectedCount: z.number(),
  outputKind,
  languages: z.array(z.string()),
  priority,
  rhythm,
  dueOn: z.string().nullable(),
  /** The end of the running period while that still lacks something, else the due day. */
  nextDueOn: z.string().nullable(),
  hasOpenQuestion: z.boolean(),
  evidenceCount: z.number(),
  waitingCount: z.number(),
  version,
});
export type TaskRow = z.infer<typeof taskRow>;

export const duePeriod = z.object({
  startsOn: z.string(),
  endsOn: z.string(),
  state: cellState,
  accepted: z.number(),
  waiting: z.number(),
  /** Null in a rhythm of weeks, months, quarters; its titles are null where the person may not see the date. */
  event: z.object({ dateId: z.string(), titles: names.nullable(), isLive: z.boolean() }).nullable(),
});
export type DuePeriod = z.infer<typeof duePeriod>;

export const taskDetail = taskRow.extend({
  planTitle: z.string(),
  clauseText: z.string(),
  clauseTitle: z.string(),
  note: z.string(),
  channelIds: z.array(z.string()),
  supportingUnits: z.array(z.object({ id: z.string(), names })),
  /** The unit for which this person brings files of evidence. */
  handInUnitId: z.string(),
  eventScope,
  /** Of a task per event: the series chosen for it that the person may see. */
  chosenEvents: z.array(z.object({ id: z.string(), titles: names })),
  /** What is due in each period of the rhythm, or with each event; none for what is done once. */
  periods: z.array(duePeriod),
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      askedBy: z.string().nullable(),
      askedAt: z.iso.datetime(),
      answer: z.string().nullable(),
      answeredBy: z.string().nullable(),
      answeredAt: z.iso.datetime().nullable(),
    }),
  ),
  evidence: z.array(evidenceItem),
  history: z.array(historyRow),
  abilities,
});
export type TaskDetail = z.infer<typeof taskDetail>;

export const planSummary = z.object({
  id: z.string(),
  directiveId: z.string(),
  title: z.string(),
  year: z.number(),
  state: z.enum(['proposed', 'confirmed']),
  version,
  taskCount: z.number(),
});
export const planDetail = planSummary.extend({
  themes: z.array(z.object({ id: z.string(), key: z.string(), titles: names, paths: z.array(z.string()) })),
  campaigns: z.array(campaign),
  clauses: z.array(
    z.object({
      id: z.string(),
      path: z.string(),
      title: z.string(),
      mode: taskMode,
      total: z.number(),
      proposed: z.number(),
      accepted: z.number(),
      done: z.number(),
      tasks: z.array(
        z.object({
          id: z.string(),
          unitId: z.string(),
          unitNames: names,
          state: taskState,
          rhythm,
          dueOn: z.string().nullable(),
          expectedOutput: z.string(),
          expectedCount: z.number(),
        }),
      ),
    }),
  ),
  proposedRequests: z.number(),
  history: z.array(historyRow),
  abilities,
});
export type PlanDetail = z.infer<typeof planDetail>;

/** Cells by state. */
const stateCounts = z.object({
  done: z.number(),
  running: z.number(),
  late: z.number(),
  empty: z.number(),
  idle: z.number(),
  declined: z.number(),
});
export const matrixCell = z.object({ state: cellState, count: z.number(), waiting: z.number() });
export const matrixRow = z.object({
  clauseId: z.string(),
  path: z.string(),
  title: z.string(),
  text: z.string(),
  groupPath: z.string(),
  groupTitle: z.string(),
  /** By column id; columns that are not here are `none`. */
  cells: z.record(z.string(), matrixCell),
});
export type MatrixRow = z.infer<typeof matrixRow>;
const matrixColumn = z.object({
  id: z.string(),
  names,
  shortNames: names,
  kind: z.enum(['own', 'commune', 'partner']),
});
export const matrix = z.object({
  plan: planSummary,
  today: z.string(),
  columns: z.array(matrixColumn),
  /** What can be a column: all that the person may see, also with `unitId`. */
  units: z.array(matrixColumn),
  rows: z.array(matrixRow),
  counts: stateCounts,
  themes: z.array(z.object({ id: z.string(), titles: names })),
});
export type Matrix = z.infer<typeof matrix>;
export const monthMatrix = z.object({
  plan: planSummary,
  today: z.string(),
  rows: z.array(matrixRow),
  counts: stateCounts,
  themes: z.array(z.object({ id: z.string(), titles: names })),
});
export const matrixCellDetail = z.object({
  clauseId: z.string(),
  path: z.string(),
  title: z.string(),
  text: z.string(),
  unitId: z.string().nullable(),
  unitNames: names.nullable(),
  cell: matrixCell,
  task: z
    .object({
      id: z.string(),
      state: taskState,
      mode: taskMode,
      rhythm,
      dueOn: z.string().nullable(),
      expectedOutput: z.string(),
      expectedCount: z.number(),
      /** Of a task per event: how each event stands. */
      events: z.array(duePeriod),
    })
    .nullable(),
  months: z.array(matrixCell),
  currentMonth: z.number().nullable(),
  evidence: z.array(evidenceItem),
  abilities,
});
export type MatrixCellDetail = z.infer<typeof matrixCellDetail>;
/** A quarter (`q1`) or a month (`m12`) of the year of the plan. */
export const matrixPeriod = z.string().regex(/^(q[1-4]|m([1-9]|1[0-2]))$/);
