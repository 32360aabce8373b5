import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { changeErrors, id, names, outputKind, priority, rhythm, version } from './plan.shapes.contract.ts';

/** `waiting`: not yet reached. `unchanged`: it had been asked before. */
export const sendState = z.enum(['waiting', 'sent', 'unchanged']);
/** A request, or letters that urge. */
export const requestKind = z.enum(['request', 'follow_up']);
export const requestState = z.enum(['running', 'stopped', 'done']);

export const requestSummary = z.object({
  id: z.string(),
  planId: z.string(),
  title: z.string(),
  kind: requestKind,
  state: requestState,
  createdAt: z.iso.datetime(),
  personName: z.string().nullable(),
  /** Units in all, and those that the job has reached. */
  units: z.number(),
  reached: z.number(),
  clauses: z.number(),
});
export type RequestSummary = z.infer<typeof requestSummary>;

export const requestUnit = z.object({
  unitId: z.string(),
  names,
  kind: z.string(),
  isOwn: z.boolean(),
  sendState,
  tasks: z.number(),
  unanswered: z.number(),
  accepted: z.number(),
  declined: z.number(),
  done: z.number(),
  late: z.number(),
  questions: z.number(),
  evidence: z.number(),
  waitingEvidence: z.number(),
  /** Of units that were urged in one act: the letter, in the register. */
  letterId: z.string().nullable(),
  /** Why it was declined: the last words of each declined task. */
  reasons: z.array(z.string()),
  /** The tasks behind the row, by clause. */
  taskIds: z.array(z.object({ id: z.string(), path: z.string() })),
});
export type RequestUnit = z.infer<typeof requestUnit>;

export const requestDetail = requestSummary.extend({
  planTitle: z.string(),
  message: z.string(),
  dueOn: z.string().nullable(),
  version,
  clauseList: z.array(z.object({ id: z.string(), path: z.string(), title: z.string() })),
  unitRows: z.array(requestUnit),
  /** Letters written for it, the newest first; the register keeps them. */
  letters: z.array(
    z.object({
      documentId: z.string(),
      subject: z.string(),
      number: z.string(),
      isSigned: z.boolean(),
      issuedOn: z.string().nullable(),
    }),
  ),
  abilities: z.record(z.string(), z.boolean()),
});
export type RequestDetail = z.infer<typeof requestDetail>;

export const listRequests = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:id/requests',
  summary: 'Requests to many units of a plan, the newest first',
  access: 'session',
  params: id,
  response: z.object({ requests: z.array(requestSummary), abilities: z.record(z.string(), z.boolean()) }),
  errors: ['platform.not_found', 'platform.not_permitted'],
});
export const startRequest = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:id/requests',
  summary: 'Ask the same clauses of many units in one act; the same id again is the same request',
  access: 'session',
  params: id,
  body: z.object({
    id: z.uuid(),
    title: z.string().trim().min(3).max(300),
    message: z.string().trim().max(2000).default(''),
    clauseIds: z.array(z.uuid()).min(1).max(100),
    unitIds: z.array(z.string().max(60)).min(1).max(200),
    expectedOutput: z.string().trim().max(500).default(''),
    expectedCount: z.number().int().min(1).max(1000).default(1),
    outputKind: outputKind.default('other'),
    languages: z.array(z.string().max(20)).max(20).default([]),
    priority: priority.default('normal'),
    rhythm: rhythm.default('once'),
    dueOn: z.iso.date().nullable().default(null),
  }),
  response: requestDetail,
  errors: [...changeErrors, 'plan.unit_unknown', 'plan.clause_unknown', 'plan.language_unknown', 'plan.due_in_past'],
});
export const getRequest = defineEndpoint({
  method: 'GET',
  path: '/api/requests/:id',
  summary: 'A request: how far it went out, and for each unit what became of it',
  access: 'session',
  params: id,
  response: requestDetail,
  errors: ['platform.not_found'],
});
export const steerRequest = defineEndpoint({
  method: 'POST',
  path: '/api/requests/:id/steer',
  summary: 'Stop a request that is going out, or let it go on',
  access: 'session',
  params: id,
  body: z.object({ action: z.enum(['stop', 'continue']), version }),
  response: requestDetail,
  errors: changeErrors,
});
const letterErrors = ['platform.not_found', 'platform.not_permitted', 'plan.nothing_to_write'] as const;
/** No units: all of them. The id may come from the client, so a repeat is the same letter. */
const letterBody = z.object({
  documentId: z.uuid().optional(),
  unitIds: z.array(z.string().max(80)).max(500).default([]),
});
const writtenLetter = z.object({ documentId: z.string() });
export const writeRequestLetter = defineEndpoint({
  method: 'POST',
  path: '/api/requests/:id/letters',
  summary: 'Write the letter that requests, to all units or to those named, as a draft in the register',
  access: 'session',
  params: id,
  body: letterBody,
  response: writtenLetter,
  errors: letterErrors,
});
export const writeFollowUpLetter = defineEndpoint({
  method: 'POST',
  path: '/api/requests/:id/follow-ups',
  summary: 'Write the letter that urges, with what is open for each unit, as a draft in the register',
  access: 'session',
  params: id,
  body: letterBody,
  response: writtenLetter,
  errors: letterErrors,
});
export const writePlanFollowUpLetter = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:id/follow-ups',
  summary: 'Write the letter that urges, over all tasks of a plan, as a draft in the register',
  access: 'session',
  params: id,
  body: letterBody,
  response: writtenLetter,
  errors: letterErrors,
});
export const startFollowUp = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:id/urgings',
  summary: 'Urge many units in one act, each with a letter of what is open; the same id again is the same act',
  access: 'session',
  params: id,
  body: z.object({
    id: z.uuid(),
    title: z.string().trim().min(3).max(300),
    clauseIds: z.array(z.uuid()).min(1).max(100),
    unitIds: z.array(z.string().max(60)).min(1).max(200),
  }),
  response: requestDetail,
  errors: [...changeErrors, 'plan.unit_unknown', 'plan.clause_unknown'],
});
