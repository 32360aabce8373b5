import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { id, names, taskRow, version } from './plan.shapes.contract.ts';

const changeErrors = ['platform.not_found', 'platform.not_permitted', 'platform.version_conflict'];

export const ownTask = z.object({
  id: z.string(),
  taskId: z.string(),
  title: z.string(),
  responsible: z.string(),
  dueOn: z.string().nullable(),
  state: z.enum(['open', 'done']),
  isLate: z.boolean(),
  version,
});
export type OwnTask = z.infer<typeof ownTask>;

export const ownPlan = z.object({
  /** Units whose plan the person may open. */
  units: z.array(z.object({ id: z.string(), names })),
  unit: z.object({ id: z.string(), names }).nullable(),
  /** Sent to the unit and not answered yet. */
  unanswered: z.number(),
  /** What the unit took on, each with what it does for it by itself. */
  total: z.number(),
  pageSize: z.number(),
  tasks: z.array(taskRow.extend({ ownTasks: z.array(ownTask), maySteer: z.boolean() })),
});
export type OwnPlan = z.infer<typeof ownPlan>;

export const getOwnPlan = defineEndpoint({
  method: 'GET',
  path: '/api/own-plan',
  summary: 'The plan of a unit: what it took on, and its own work beneath, a page at a time',
  access: 'session',
  query: z.object({
    unitId: z.string().max(60).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  response: ownPlan,
  errors: ['platform.not_found'],
});
export const addOwnTask = defineEndpoint({
  method: 'POST',
  path: '/api/tasks/:id/own-tasks',
  summary: 'Add work of the unit itself beneath a task; the same id again is the same work',
  access: 'session',
  params: id,
  body: z.object({
    id: z.uuid(),
    title: z.string().trim().min(3).max(300),
    responsible: z.string().trim().max(200).default(''),
    dueOn: z.iso.date().nullable().default(null),
  }),
  response: ownTask,
  errors: changeErrors,
});
export const changeOwnTask = defineEndpoint({
  method: 'PUT',
  path: '/api/own-tasks/:id',
  summary: 'Change work of the unit itself, or mark it done',
  access: 'session',
  params: id,
  body: z.object({
    title: z.string().trim().min(3).max(300),
    responsible: z.string().trim().max(200),
    dueOn: z.iso.date().nullable(),
    state: z.enum(['open', 'done']),
    version,
  }),
  response: ownTask,
  errors: changeErrors,
});
export const removeOwnTask = defineEndpoint({
  method: 'DELETE',
  path: '/api/own-tasks/:id',
  summary: 'Remove work of the unit itself; the history keeps what it was',
  access: 'session',
  params: id,
  query: z.object({ version: z.coerce.number().int() }),
  response: z.object({ removed: z.boolean() }),
  errors: changeErrors,
});
