import type { WebModule } from '../../../platform/ui/web-module.ts';

export const notificationsWeb: WebModule = {
  name: 'notifications',
  navigation: [],
  routes: [
    {
      path: '/notifications',
      load: async () => ({ component: (await import('./notifications-page.tsx')).NotificationsPage }),
    },
  ],
};
