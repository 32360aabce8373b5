import type { WebModule } from '../../../platform/ui/web-module.ts';

export const reportsWeb: WebModule = {
  name: 'reports',
  navigation: [
    { path: '/reports', labelKey: 'navigation.reports', icon: 'report', order: 60, requires: 'readReports' },
  ],
  routes: [
    { path: '/reports', load: async () => ({ component: (await import('./report-list-page.tsx')).ReportListPage }) },
    { path: '/reports/new', load: async () => ({ component: (await import('./new-report-page.tsx')).NewReportPage }) },
    { path: '/reports/$reportId', load: async () => ({ component: (await import('./report-page.tsx')).ReportPage }) },
  ],
};
