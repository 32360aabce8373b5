import type { WebModule } from '../../../platform/ui/web-module.ts';

export const calendarWeb: WebModule = {
  name: 'calendar',
  navigation: [{ path: '/calendar', labelKey: 'navigation', icon: 'calendar', order: 35 }],
  routes: [
    { path: '/calendar', load: async () => ({ component: (await import('./calendar-page.tsx')).CalendarPage }) },
    { path: '/calendar/new', load: async () => ({ component: (await import('./new-event-page.tsx')).NewEventPage }) },
    {
      path: '/calendar/dates/$dateId',
      load: async () => ({ component: (await import('./event-page.tsx')).DatePage }),
    },
    {
      path: '/calendar/events/$eventId',
      load: async () => ({ component: (await import('./event-page.tsx')).EventPage }),
    },
    {
      path: '/calendar/look-ahead',
      load: async () => ({ component: (await import('./look-ahead-page.tsx')).LookAheadPage }),
    },
    { path: '/calendar/feeds', load: async () => ({ component: (await import('./feeds-page.tsx')).FeedsPage }) },
    { path: '/calendar/import', load: async () => ({ component: (await import('./import-page.tsx')).ImportPage }) },
    {
      path: '/calendar/settings',
      load: async () => ({ component: (await import('./settings-page.tsx')).SettingsPage }),
    },
  ],
};
