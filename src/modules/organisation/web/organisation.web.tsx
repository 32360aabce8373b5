import type { WebModule } from '../../../platform/ui/web-module.ts';

export const organisationWeb: WebModule = {
  name: 'organisation',
  navigation: [],
  administration: [{ path: '/administration/units', labelKey: 'administration.units', order: 20 }],
  routes: [
    { path: '/administration/units', load: async () => ({ component: (await import('./units-page.tsx')).UnitsPage }) },
  ],
};
