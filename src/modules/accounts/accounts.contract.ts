import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { roles } from './accounts.roles.ts';

export const role = z.enum(roles);
const email = z.email().max(200);
const password = z.string().min(12).max(200);
const fullName = z.string().trim().min(2).max(100);

export const grant = z.object({ role, unitId: z.string(), unitName: z.string() });
export const me = z.object({
  person: z.object({
    id: z.string(),
    fullName: z.string(),
    email: z.string(),
    language: z.string(),
    positionTitle: z.string(),
    version: z.number(),
  }),
  grants: z.array(grant),
  /** What the desk may offer; the server decides again at each act. */
  abilities: z.record(z.string(), z.boolean()),
  isExample: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const signIn = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Sign in with mail address and password',
  access: 'public',
  body: z.object({ email: z.string().max(200), password: z.string().max(200) }),
  response: me,
  errors: ['accounts.wrong_password', 'accounts.too_many_attempts'],
});
export const signOut = defineEndpoint({
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this session',
  access: 'public',
  response: z.object({}),
});
export const readMe = defineEndpoint({
  method: 'GET',
  path: '/api/me',
  summary: 'The signed-in person',
  access: 'session',
  response: me,
});
export const updateProfile = defineEndpoint({
  method: 'PUT',
  path: '/api/me',
  summary: 'Change name, post, language',
  access: 'session',
  body: z.object({
    fullName,
    positionTitle: z.string().trim().max(150),
    language: z.enum(['vi', 'en']),
    version: z.number().int(),
  }),
  response: me,
  errors: ['platform.version_conflict'],
});
export const readInvitation = defineEndpoint({
  method: 'GET',
  path: '/api/invitations/:token',
  summary: 'Who is invited, to which unit and role',
  access: 'public',
  params: z.object({ token: z.string().max(100) }),
  response: z.object({ email: z.string(), fullName: z.string(), role, unitName: z.string() }),
  errors: ['accounts.invitation_not_valid'],
});
export const acceptInvitation = defineEndpoint({
  method: 'POST',
  path: '/api/invitations/:token',
  summary: 'Accept an invitation: choose a password; signs in',
  access: 'public',
  params: z.object({ token: z.string().max(100) }),
  body: z.object({ fullName, password }),
  response: me,
  errors: ['accounts.invitation_not_valid', 'accounts.password_too_common'],
});
export const listPeople = defineEndpoint({
  method: 'GET',
  path: '/api/people',
  summary: 'People with their roles and units',
  access: 'session',
  query: z.object({
    search: z.string().max(100).optional(),
    unitId: z.string().optional(),
    page: z.coerce.number().int().min(1).default(1),
  }),
  response: z.object({
    people: z.array(
      z.object({
        id: z.string(),
        fullName: z.string(),
        email: z.string(),
        positionTitle: z.string(),
        isDisabled: z.boolean(),
        grants: z.array(grant),
      }),
    ),
    total: z.number(),
    pageSize: z.number(),
    invitations: z.array(
      z.object({ email: z.string(), fullName: z.string(), role, unitName: z.string(), expiresAt: z.iso.datetime() }),
    ),
    abilities: z.object({ invite: z.boolean(), disable: z.boolean() }),
  }),
});
export const invitePerson = defineEndpoint({
  method: 'POST',
  path: '/api/people/invitations',
  summary: 'Invite a person by a link that is shown once',
  access: 'session',
  body: z.object({ email, fullName, role, unitId: z.string(), includesSubtree: z.boolean() }),
  response: z.object({ link: z.string(), expiresAt: z.iso.datetime() }),
  errors: ['accounts.email_in_use', 'platform.not_permitted'],
});
export const disablePerson = defineEndpoint({
  method: 'POST',
  path: '/api/people/:id/disable',
  summary: 'End all sessions of a person and refuse new ones',
  access: 'session',
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: z.string().trim().min(3).max(500) }),
  response: z.object({}),
});
export const readWholeHistory = defineEndpoint({
  method: 'GET',
  path: '/api/history',
  summary: 'History of the whole: who, when, what, before, after',
  access: 'session',
  query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
  response: z.object({ rows: z.array(historyRow) }),
});
