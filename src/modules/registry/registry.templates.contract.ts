import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { documentText } from './registry.shapes.contract.ts';

const id = z.object({ id: z.string().max(80) });
const name = z.string().trim().min(3).max(150);

export const templateRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  version: z.number().int(),
});
export const templateDetail = templateRow.extend({
  content: documentText,
  versions: z.array(
    z.object({ version: z.number().int(), name: z.string(), createdAt: z.iso.datetime(), by: z.string() }),
  ),
  abilities: z.object({ edit: z.boolean(), copy: z.boolean() }),
  history: z.array(historyRow),
});
export type TemplateDetail = z.infer<typeof templateDetail>;

export const listTemplates = defineEndpoint({
  method: 'GET',
  path: '/api/registry/templates',
  summary: 'Templates of the department, and of the own unit',
  access: 'session',
  response: z.object({ templates: z.array(templateRow), abilities: z.object({ create: z.boolean() }) }),
});

export const readTemplate = defineEndpoint({
  method: 'GET',
  path: '/api/registry/templates/:id',
  summary: 'One template with its versions',
  access: 'session',
  params: id,
  response: templateDetail,
});

export const createTemplate = defineEndpoint({
  method: 'POST',
  path: '/api/registry/templates',
  summary: 'A copy of a template, for the own unit to change',
  access: 'session',
  body: z.object({ id: z.uuid().optional(), copyOf: z.string().max(80), name }),
  response: z.object({ id: z.string() }),
  errors: ['platform.not_permitted', 'platform.not_found'],
});

export const saveTemplate = defineEndpoint({
  method: 'PUT',
  path: '/api/registry/templates/:id',
  summary: 'A new version; documents begun from an older one stay as they are',
  access: 'session',
  params: id,
  body: z.object({ version: z.number().int(), name, content: documentText }),
  response: templateDetail,
  errors: ['platform.version_conflict', 'platform.not_permitted', 'registry.fields_wrong'],
});

export const retireTemplate = defineEndpoint({
  method: 'DELETE',
  path: '/api/registry/templates/:id',
  summary: 'Offer a template no more; what was written from it stays',
  access: 'session',
  params: id,
  response: z.object({ id: z.string() }),
  errors: ['platform.not_permitted'],
});
