import type { WebModule } from '../../../platform/ui/web-module.ts';

export const directivesWeb: WebModule = {
  name: 'directives',
  navigation: [{ path: '/directives', labelKey: 'navigation.directives', icon: 'document', order: 20 }],
  routes: [
    {
      path: '/directives',
      load: async () => ({ component: (await import('./directive-list-page.tsx')).DirectiveListPage }),
    },
    {
      path: '/directives/new',
      load: async () => ({ component: (await import('./import-page.tsx')).ImportPage }),
    },
    {
      path: '/directives/$directiveId',
      load: async () => ({ component: (await import('./review-page.tsx')).ReviewPage }),
    },
    {
      path: '/directives/$directiveId/correction/$targetId',
      load: async () => ({ component: (await import('./correction-page.tsx')).CorrectionPage }),
    },
    {
      path: '/directives/$directiveId/links/$linkId',
      load: async () => ({ component: (await import('./pairs-page.tsx')).PairsPage }),
    },
  ],
};
