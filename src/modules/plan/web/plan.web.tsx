import type { WebModule } from '../../../platform/ui/web-module.ts';

export const planWeb: WebModule = {
  name: 'plan',
  navigation: [
    {
      path: '/plan',
      labelKey: 'navigation.coverage',
      icon: 'matrix',
      order: 30,
      covers: ['/plans', '/tasks', '/requests', '/campaigns', '/own-plan'],
    },
  ],
  routes: [
    { path: '/plan', load: async () => ({ component: (await import('./coverage-page.tsx')).CoveragePage }) },
    { path: '/plans/$planId', load: async () => ({ component: (await import('./plan-page.tsx')).PlanPage }) },
    {
      path: '/plans/$planId/request',
      load: async () => ({ component: (await import('./request-form-page.tsx')).RequestFormPage }),
    },
    {
      path: '/requests/$requestId',
      load: async () => ({ component: (await import('./request-page.tsx')).RequestPage }),
    },
    {
      path: '/plans/$planId/take-over',
      load: async () => ({ component: (await import('./take-over-page.tsx')).TakeOverPage }),
    },
    {
      path: '/campaigns/$campaignId',
      load: async () => ({ component: (await import('./campaign-page.tsx')).CampaignPage }),
    },
    { path: '/trace', load: async () => ({ component: (await import('./trace-page.tsx')).TracePage }) },
    { path: '/own-plan', load: async () => ({ component: (await import('./own-plan-page.tsx')).OwnPlanPage }) },
    { path: '/tasks', load: async () => ({ component: (await import('./task-list-page.tsx')).TaskListPage }) },
    { path: '/tasks/$taskId', load: async () => ({ component: (await import('./task-page.tsx')).TaskPage }) },
  ],
};
