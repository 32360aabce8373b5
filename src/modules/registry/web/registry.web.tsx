import type { WebModule } from '../../../platform/ui/web-module.ts';

export const registryWeb: WebModule = {
  name: 'registry',
  navigation: [
    { path: '/documents', labelKey: 'navigation.documents', icon: 'mail', order: 25, requires: 'readRegistry' },
  ],
  routes: [
    { path: '/documents', load: async () => ({ component: (await import('./document-list-page.tsx')).OutgoingPage }) },
    {
      path: '/documents/received',
      load: async () => ({ component: (await import('./document-list-page.tsx')).IncomingPage }),
    },
    {
      path: '/documents/received/new',
      load: async () => ({ component: (await import('./receive-page.tsx')).ReceivePage }),
    },
    {
      path: '/documents/new',
      load: async () => ({ component: (await import('./new-document-page.tsx')).NewDocumentPage }),
    },
    {
      path: '/documents/templates',
      load: async () => ({ component: (await import('./template-list-page.tsx')).TemplateListPage }),
    },
    {
      path: '/documents/templates/$templateId',
      load: async () => ({ component: (await import('./template-page.tsx')).TemplatePage }),
    },
    { path: '/documents/check', load: async () => ({ component: (await import('./check-page.tsx')).CheckPage }) },
    {
      path: '/documents/$documentId',
      load: async () => ({ component: (await import('./document-page.tsx')).DocumentPage }),
    },
  ],
};
