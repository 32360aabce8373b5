import type { WebModule } from '../../../platform/ui/web-module.ts';

export const organisationWeb: WebModule = {
  name: 'organisation',
  navigation: [],
  routes: [
    { path: '/administration/units', load: async () => ({ component: (await import('./units-page.tsx')).UnitsPage }) },
  ],
};
