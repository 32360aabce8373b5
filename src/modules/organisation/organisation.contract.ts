import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

export const names = z.record(z.string(), z.string());

export const unit = z.object({
  id: z.string(),
  kind: z.string(),
  parentId: z.string().nullable(),
  names,
  shortNames: names,
  aliases: z.array(z.string()),
  isOwn: z.boolean(),
});
export type Unit = z.infer<typeof unit>;

export const language = z.object({ code: z.string(), names, isSpokenOnly: z.boolean() });

export const listUnits = defineEndpoint({
  method: 'GET',
  path: '/api/units',
  summary: 'Units in their order: the department, its divisions and centres, communes and wards, partners',
  access: 'session',
  response: z.object({
    units: z.array(unit),
    groups: z.array(z.object({ id: z.string(), names, unitIds: z.array(z.string()) })),
  }),
});

export const listLanguages = defineEndpoint({
  method: 'GET',
  path: '/api/languages',
  summary: 'Languages that editions may be written in (BCP 47), spoken-only ones marked',
  access: 'session',
  response: z.object({ languages: z.array(language) }),
});
