import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';
import { defineEndpoint } from '../../platform/http/contract.ts';
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
export const taskAction = z.enum([
  'send',
  'accept',
  'decline',
  'start',
  'report',
  'finish',
  'return',
  'reopen',
  'cancel',
]);
/** The five stitches, and `none`: not assigned, nothing to ask. */
export const cellState = z.enum(['done', 'running', 'late', 'empty', 'idle', 'none']);
export type TaskState = z.infer<typeof taskState>;
export type TaskAction = z.infer<typeof taskAction>;
export type Rhythm = z.infer<typeof rhythm>;
export type CellState = z.infer<typeof cellState>;

const names = z.record(z.string(), z.string());
const abilities = z.record(z.string(), z.boolean());
const id = z.object({ id: z.uuid() });
const version = z.number().int();
const reason = z.string().trim().max(1000);
const changeErrors = [
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
  rhythm,
  dueOn: z.string().nullable(),
  evidenceCount: z.number(),
  waitingCount: z.number(),
  version,
});
export type TaskRow = z.infer<typeof taskRow>;

export const taskDetail = taskRow.extend({
  planTitle: z.string(),
  clauseText: z.string(),
  clauseTitle: z.string(),
  note: z.string(),
  channelIds: z.array(z.string()),
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
  campaigns: z.array(
    z.object({ id: z.string(), title: z.string(), startsOn: z.string(), peakOn: z.string(), endsOn: z.string() }),
  ),
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

const counts = z.object({
  done: z.number(),
  running: z.number(),
  late: z.number(),
  empty: z.number(),
  idle: z.number(),
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
export const matrix = z.object({
  plan: planSummary,
  today: z.string(),
  columns: z.array(z.object({ id: z.string(), names, shortNames: names, kind: z.enum(['own', 'commune', 'partner']) })),
  rows: z.array(matrixRow),
  counts,
  themes: z.array(z.object({ id: z.string(), titles: names })),
});
export type Matrix = z.infer<typeof matrix>;
export const monthMatrix = z.object({
  plan: planSummary,
  today: z.string(),
  rows: z.array(matrixRow),
  counts,
  themes: z.array(z.object({ id: z.string(), titles: names })),
});

export const listPlans = defineEndpoint({
  method: 'GET',
  path: '/api/plans',
  summary: 'Plans, the newest first',
  access: 'session',
  response: z.object({ plans: z.array(planSummary) }),
});
export const getPlan = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:id',
  summary: 'A plan: themes, campaigns, tasks by clause',
  access: 'session',
  params: id,
  response: planDetail,
  errors: ['platform.not_found'],
});
export const confirmPlan = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:id/confirm',
  summary: 'Confirm the plan and send its tasks',
  access: 'session',
  params: id,
  body: z.object({ version, sendRequests: z.boolean().default(true) }),
  response: planDetail,
  errors: changeErrors,
});
export const sendTasks = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:id/send',
  summary: 'Send the requests that still wait to communes and partners',
  access: 'session',
  params: id,
  body: z.object({ clauseId: z.uuid().optional() }),
  response: planDetail,
  errors: changeErrors,
});
const matrixQuery = z.object({
  unitId: z.string().max(60).optional(),
  themeId: z.uuid().optional(),
  gapsFirst: z.enum(['true', 'false']).optional(),
});
export const getMatrix = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:id/matrix',
  summary: 'Coverage: clauses × units',
  access: 'session',
  params: id,
  query: matrixQuery,
  response: matrix,
});
export const getMonthMatrix = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:id/months',
  summary: 'Coverage: clauses × months of the year of the plan',
  access: 'session',
  params: id,
  query: matrixQuery,
  response: monthMatrix,
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
    })
    .nullable(),
  months: z.array(matrixCell),
  currentMonth: z.number().nullable(),
  evidence: z.array(evidenceItem),
  abilities,
});
export type MatrixCellDetail = z.infer<typeof matrixCellDetail>;
export const getCell = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:id/cell',
  summary: 'What stands behind one cell',
  access: 'session',
  params: id,
  query: z.object({
    clauseId: z.uuid(),
    unitId: z.string().max(60).optional(),
    month: z.coerce.number().int().min(1).max(12).optional(),
  }),
  response: matrixCellDetail,
});
export const listTasks = defineEndpoint({
  method: 'GET',
  path: '/api/tasks',
  summary: 'Tasks that the person may see, by due day',
  access: 'session',
  query: z.object({
    planId: z.uuid().optional(),
    unitId: z.string().optional(),
    clauseId: z.uuid().optional(),
    state: taskState.optional(),
    page: z.coerce.number().int().min(1).default(1),
  }),
  response: z.object({ tasks: z.array(taskRow), total: z.number(), pageSize: z.number() }),
});
export const getTask = defineEndpoint({
  method: 'GET',
  path: '/api/tasks/:id',
  summary: 'A task with its clause, evidence and history',
  access: 'session',
  params: id,
  response: taskDetail,
  errors: ['platform.not_found'],
});
export const changeTask = defineEndpoint({
  method: 'PUT',
  path: '/api/tasks/:id',
  summary: 'Change what is expected of a task',
  access: 'session',
  params: id,
  body: z.object({
    title: z.string().trim().min(3).max(300),
    expectedOutput: z.string().trim().max(500),
    expectedCount: z.number().int().min(1).max(1000),
    rhythm,
    dueOn: z.iso.date().nullable(),
    version,
  }),
  response: taskDetail,
  errors: changeErrors,
});
export const actOnTask = defineEndpoint({
  method: 'POST',
  path: '/api/tasks/:id/actions',
  summary: 'Move a task: send, accept, decline, start, report, finish, return, reopen, cancel',
  access: 'session',
  params: id,
  body: z.object({ action: taskAction, reason: reason.default(''), version }),
  response: taskDetail,
  errors: [...changeErrors, 'plan.reason_missing', 'plan.evidence_missing'],
});
