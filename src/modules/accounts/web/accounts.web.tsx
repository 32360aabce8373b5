import type { WebModule } from '../../../platform/ui/web-module.ts';

export const accountsWeb: WebModule = {
  name: 'accounts',
  navigation: [
    {
      path: '/administration',
      labelKey: 'administration.navigation',
      icon: 'settings',
      order: 90,
      requires: 'administer',
    },
  ],
  administration: [
    { path: '/administration', labelKey: 'administration.people', order: 10 },
    { path: '/administration/portal', labelKey: 'administration.portal', order: 25, requires: 'changePortal' },
    { path: '/administration/history', labelKey: 'administration.history', order: 90, requires: 'readHistory' },
  ],
  routes: [
    {
      path: '/sign-in',
      access: 'public',
      load: async () => ({ component: (await import('./sign-in-page.tsx')).SignInPage }),
    },
    {
      path: '/invitation/$token',
      access: 'public',
      load: async () => ({ component: (await import('./invitation-page.tsx')).InvitationPage }),
    },
    { path: '/profile', load: async () => ({ component: (await import('./profile-page.tsx')).ProfilePage }) },
    { path: '/administration', load: async () => ({ component: (await import('./people-page.tsx')).PeoplePage }) },
    {
      path: '/administration/portal',
      load: async () => ({ component: (await import('./portal-page.tsx')).PortalPage }),
    },
    {
      path: '/administration/history',
      load: async () => ({ component: (await import('./history-page.tsx')).HistoryPage }),
    },
  ],
};
