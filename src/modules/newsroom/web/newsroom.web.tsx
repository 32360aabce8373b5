import type { WebModule } from '../../../platform/ui/web-module.ts';

export const newsroomWeb: WebModule = {
  name: 'newsroom',
  navigation: [{ path: '/stories', labelKey: 'page.navigation', icon: 'pencil', order: 40 }],
  routes: [
    { path: '/stories', load: async () => ({ component: (await import('./story-list-page.tsx')).StoryListPage }) },
    { path: '/stories/new', load: async () => ({ component: (await import('./new-story-page.tsx')).NewStoryPage }) },
    {
      path: '/stories/occasions',
      load: async () => ({ component: (await import('./occasions-page.tsx')).OccasionsPage }),
    },
    { path: '/stories/balance', load: async () => ({ component: (await import('./balance-page.tsx')).BalancePage }) },
    { path: '/stories/$storyId', load: async () => ({ component: (await import('./story-page.tsx')).StoryPage }) },
  ],
};
