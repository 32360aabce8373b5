import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

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
  response: z.object({ form: z.enum(['state', 'party']), findings: z.array(checkFinding) }),
  errors: unreadable,
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
