import { route } from '../../../platform/http/route.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import { homeQueue, listNotifications, markNotificationsRead } from '../notifications.contract.ts';
import { composeHome, type HomeQueue } from './notifications.home.ts';
import { listOwnNotifications, markOwnNotificationsRead } from './notifications.service.ts';

/** `queues`: the homeQueue of every other module, in the order of the modules. */
export function createNotificationsModule({ queues }: { queues: readonly HomeQueue[] }): ServerModule {
  return defineModule({
    name: 'notifications',
    routes: [
      route(homeQueue, async (context) => ({
        groups: (await composeHome(context, queues)).map(({ key, items }) => ({ key, items: [...items] })),
      })),
      route(listNotifications, (context, { query }) => listOwnNotifications(context, query)),
      route(markNotificationsRead, (context, { body }) => markOwnNotificationsRead(context, body)),
    ],
  });
}
