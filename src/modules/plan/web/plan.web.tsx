import type { WebModule } from '../../../platform/ui/web-module.ts';

export const planWeb: WebModule = {
  name: 'plan',
  navigation: [
    { path: '/plan', labelKey: 'navigation.coverage', icon: 'matrix', order: 30, covers: ['/plans', '/tasks'] },
  ],
  routes: [
    { path: '/plan', load: async () => ({ component: (await import('./coverage-page.tsx')).CoveragePage }) },
    { path: '/plans/$planId', load: async () => ({ component: (await import('./plan-page.tsx')).PlanPage }) },
    { path: '/tasks', load: async () => ({ component: (await import('./task-list-page.tsx')).TaskListPage }) },
    { path: '/tasks/$taskId', load: async () => ({ component: (await import('./task-page.tsx')).TaskPage }) },
  ],
};
