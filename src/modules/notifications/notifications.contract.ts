import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

export const homeGroupKeys = ['overdue', 'today', 'week', 'later'] as const;
export const homeGroupKey = z.enum(homeGroupKeys);
export type HomeGroupKey = z.infer<typeof homeGroupKey>;

/** One thing that waits for the person. `link` is a path below `/desk`. */
export const homeItem = z.object({
  id: z.string(),
  group: homeGroupKey,
  kind: z.string(),
  title: z.string(),
  subtitle: z.string(),
  link: z.string(),
  dueOn: z.iso.date().nullable(),
});

export const homeQueue = defineEndpoint({
  method: 'GET',
  path: '/api/home',
  summary: 'What waits for the signed-in person, from every module, by day; empty groups are left out',
  access: 'session',
  response: z.object({ groups: z.array(z.object({ key: homeGroupKey, items: z.array(homeItem) })) }),
});

export const notification = z.object({
  id: z.uuid(),
  /** `module.name`: the desk has a text for it, filled from `params`. */
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  link: z.string(),
  readAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

export const listNotifications = defineEndpoint({
  method: 'GET',
  path: '/api/notifications',
  summary: 'Notifications of the signed-in person, newest first, 30 a page',
  access: 'session',
  query: z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) }),
  response: z.object({ notifications: z.array(notification), unread: z.number().int(), total: z.number().int() }),
});

export const markNotificationsRead = defineEndpoint({
  method: 'POST',
  path: '/api/notifications/read',
  summary: 'Mark notifications as read; without ids, all of them',
  access: 'session',
  body: z.object({ ids: z.array(z.uuid()).max(200).optional() }),
  response: z.object({ unread: z.number().int() }),
});
