import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import {
  changeErrors,
  eventScope,
  id,
  matrix,
  matrixCellDetail,
  matrixPeriod,
  monthMatrix,
  outputKind,
  planDetail,
  planSummary,
  priority,
  reason,
  rhythm,
  taskAction,
  taskDetail,
  taskRow,
  taskSort,
  taskState,
  taskWaits,
  version,
} from './plan.shapes.contract.ts';

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
  /** With a period: evidence of that time, and each state as it stood at its end, or stands today. */
  query: matrixQuery.extend({ period: matrixPeriod.optional() }),
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
    period: matrixPeriod.optional(),
  }),
  response: matrixCellDetail,
});
export const listTasks = defineEndpoint({
  method: 'GET',
  path: '/api/tasks',
  summary: 'Tasks that the person may see: filtered, sorted, a page at a time',
  access: 'session',
  query: z.object({
    planId: z.uuid().optional(),
    unitId: z.string().optional(),
    clauseId: z.uuid().optional(),
    themeId: z.uuid().optional(),
    campaignId: z.uuid().optional(),
    state: taskState.optional(),
    /** Open and past its day; open and due within seven days; within this month; without a day. */
    deadline: z.enum(['late', 'week', 'month', 'none']).optional(),
    priority: priority.optional(),
    /** For the work of its unit, for the answer to a question, for the acceptance of evidence. */
    waits: taskWaits.optional(),
    mine: z.enum(['true', 'false']).optional(),
    sort: taskSort.default('due'),
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
    outputKind: outputKind.default('other'),
    languages: z.array(z.string().max(20)).max(20).default([]),
    priority: priority.default('normal'),
    rhythm,
    eventScope: eventScope.default('clause'),
    eventIds: z.array(z.uuid()).max(50).default([]),
    dueOn: z.iso.date().nullable(),
    supportingUnitIds: z.array(z.string().max(60)).max(60).default([]),
    version,
  }),
  response: taskDetail,
  errors: [...changeErrors, 'plan.unit_unknown', 'plan.language_unknown', 'plan.event_unknown', 'plan.event_missing'],
});
export const actOnTask = defineEndpoint({
  method: 'POST',
  path: '/api/tasks/:id/actions',
  summary: 'Move a task: send, accept, decline, ask, answer, start, report, finish, return, extend, reopen, cancel',
  access: 'session',
  params: id,
  /** `reason` holds the words of the step, also a question and its answer; `dueOn` the new day of `extend`. */
  body: z.object({
    action: taskAction,
    reason: reason.default(''),
    dueOn: z.iso.date().nullable().default(null),
    version,
  }),
  response: taskDetail,
  errors: [...changeErrors, 'plan.reason_missing', 'plan.evidence_missing', 'plan.due_not_later'],
});
