import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { mailWays, reminderKinds } from './notifications.kinds.ts';

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
  response: z.object({
    groups: z.array(z.object({ key: homeGroupKey, items: z.array(homeItem) })),
    /** More of a kind than the queue shows: how many more, and the list of all. */
    rest: z.array(z.object({ kind: z.string(), count: z.number().int(), link: z.string() })),
  }),
});

export const homeOverview = defineEndpoint({
  method: 'GET',
  path: '/api/home/overview',
  summary: 'Beside the queue: days off of two weeks, what comes next, which units are late, the own cloth',
  access: 'session',
  response: z.object({
    /** Public holidays of this week and the next. */
    daysOff: z.array(z.iso.date()),
    ahead: z.array(
      z.object({
        id: z.string(),
        day: z.iso.date(),
        title: z.string(),
        subtitle: z.string(),
        link: z.string().nullable(),
      }),
    ),
    /** Null for those who see their own units only. */
    late: z
      .object({
        total: z.number().int(),
        units: z.array(
          z.object({
            unitId: z.string(),
            unitNames: z.record(z.string(), z.string()),
            count: z.number().int(),
            oldest: z.iso.date(),
          }),
        ),
      })
      .nullable(),
    cloth: z.array(
      z.object({
        taskId: z.uuid(),
        path: z.string(),
        title: z.string(),
        cell: z.enum(['done', 'running', 'late', 'empty', 'idle', 'declined', 'none']),
      }),
    ),
  }),
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
  query: z.object({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    only: z.enum(['all', 'unread']).default('all'),
  }),
  response: z.object({ notifications: z.array(notification), unread: z.number().int(), total: z.number().int() }),
});

export const markNotificationsRead = defineEndpoint({
  method: 'POST',
  path: '/api/notifications/read',
  summary: 'Mark notifications as read, or as unread again; without ids, all of them',
  access: 'session',
  body: z.object({ ids: z.array(z.uuid()).max(200).optional(), isRead: z.boolean().default(true) }),
  response: z.object({ unread: z.number().int() }),
});

export const mailWay = z.enum(mailWays);
export const preference = z.object({ kind: z.enum(reminderKinds), isInApp: z.boolean(), mail: mailWay });

export const preferences = z.object({
  kinds: z.array(preference.extend({ isAlwaysInApp: z.boolean() })),
  /** False: the installation has no mail server, so nothing is mailed whatever is chosen. */
  isMailSet: z.boolean(),
  email: z.string(),
});

export const readPreferences = defineEndpoint({
  method: 'GET',
  path: '/api/notifications/preferences',
  summary: 'How the signed-in person wants to be told, by kind',
  access: 'session',
  response: preferences,
});

export const changePreferences = defineEndpoint({
  method: 'PUT',
  path: '/api/notifications/preferences',
  summary: 'Choose for each kind: in the app, by mail at once, as a daily or weekly digest',
  access: 'session',
  body: z.object({ kinds: z.array(preference).max(20) }),
  response: preferences,
  errors: ['notifications.kind_always_in_app'],
});
