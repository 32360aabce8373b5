import type { WebModule } from '../../../platform/ui/web-module.ts';

export const notificationsWeb: WebModule = {
  name: 'notifications',
  navigation: [],
  administration: [{ path: '/administration/mail', labelKey: 'server.tab', order: 30, requires: 'administerMail' }],
  routes: [
    {
      path: '/notifications',
      load: async () => ({ component: (await import('./notifications-page.tsx')).NotificationsPage }),
    },
    {
      path: '/notifications/preferences',
      load: async () => ({ component: (await import('./preferences-page.tsx')).PreferencesPage }),
    },
    {
      path: '/administration/mail',
      load: async () => ({ component: (await import('./mail-page.tsx')).MailPage }),
    },
  ],
};
