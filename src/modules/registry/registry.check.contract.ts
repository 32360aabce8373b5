import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { documentDetail } from './registry.shapes.contract.ts';

export const checkFinding = z.object({
  id: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'suggestion', 'note']),
  source: z.string(),
  words: z.object({ vi: z.string(), en: z.string() }),
  place: z.string(),
  found: z.string(),
  expected: z.string(),
  canMend: z.boolean(),
});
export type CheckFinding = z.infer<typeof checkFinding>;

const checkAnswer = z.object({ form: z.enum(['state', 'party']), findings: z.array(checkFinding) });

const unreadable = [
  'registry.check_too_large',
  'registry.check_not_docx',
  'registry.check_old_word',
  'registry.check_password',
  'registry.check_damaged',
] as const;

export const checkFile = defineEndpoint({
  method: 'POST',
  path: '/api/registry/checks',
  summary: 'Look a .docx over against Nghị định 30/2020/NĐ-CP; the file is not kept',
  access: 'session',
  upload: 'file',
  body: z.object({}),
  response: checkAnswer,
  errors: unreadable,
});

export const checkWritten = defineEndpoint({
  method: 'GET',
  path: '/api/registry/documents/:id/findings',
  summary: 'What the checker finds in a document written here, before it is signed and after',
  access: 'session',
  params: z.object({ id: z.uuid() }),
  response: checkAnswer,
});

export const mendWritten = defineEndpoint({
  method: 'POST',
  path: '/api/registry/documents/:id/mended',
  summary: 'Take the slips of writing that are safe to mend out of a draft',
  access: 'session',
  params: z.object({ id: z.uuid() }),
  body: z.object({ version: z.number().int() }),
  response: documentDetail,
  errors: ['platform.version_conflict', 'platform.not_permitted', 'registry.already_issued', 'registry.fields_wrong'],
});

export const mendFile = defineEndpoint({
  method: 'POST',
  path: '/api/registry/checks/mended',
  summary: 'A copy in which the findings with these ids are mended; the file is not kept',
  access: 'session',
  upload: 'file',
  /** Ids, one a line. */
  body: z.object({ ids: z.string().max(200_000) }),
  response: z.unknown(),
  answers: 'binary',
  errors: unreadable,
});
