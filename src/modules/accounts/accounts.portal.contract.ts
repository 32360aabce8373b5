import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

const line = (maximum: number) => z.string().trim().max(maximum);

/** What the law wants a reader of the portal to find (Decree 174/2026, article 95); an empty line is shown as empty. */
export const portalEntries = z.object({
  responsiblePerson: line(200),
  address: line(300),
  telephone: line(60),
  email: z.union([z.literal(''), z.email().max(200)]),
  version: z.number().int(),
});
export type PortalEntries = z.infer<typeof portalEntries>;

export const readPortalEntries = defineEndpoint({
  method: 'GET',
  path: '/api/portal',
  summary: 'Who answers for the portal, as its pages show it',
  access: 'session',
  response: portalEntries,
  errors: ['platform.not_permitted'],
});
export const changePortalEntries = defineEndpoint({
  method: 'PUT',
  path: '/api/portal',
  summary: 'Change who answers for the portal; its pages follow within a second',
  access: 'session',
  body: portalEntries,
  response: portalEntries,
  errors: ['platform.not_permitted', 'platform.version_conflict'],
});
