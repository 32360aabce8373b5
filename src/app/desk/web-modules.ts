import { accountsWeb } from '../../modules/accounts/web/accounts.web.tsx';
import { calendarWeb } from '../../modules/calendar/web/calendar.web.tsx';
import { channelsWeb } from '../../modules/channels/web/channels.web.tsx';
import { directivesWeb } from '../../modules/directives/web/directives.web.tsx';
import { newsroomWeb } from '../../modules/newsroom/web/newsroom.web.tsx';
import { notificationsWeb } from '../../modules/notifications/web/notifications.web.tsx';
import { organisationWeb } from '../../modules/organisation/web/organisation.web.tsx';
import { planWeb } from '../../modules/plan/web/plan.web.tsx';
import { registryWeb } from '../../modules/registry/web/registry.web.tsx';
import { reportsWeb } from '../../modules/reports/web/reports.web.tsx';
import type { WebModule } from '../../platform/ui/web-module.ts';

/** What the desk is composed of, in the order of the department's work. One import and one line a module. */
export const webModules: readonly WebModule[] = [
  organisationWeb,
  accountsWeb,
  directivesWeb,
  registryWeb,
  newsroomWeb,
  channelsWeb,
  planWeb,
  calendarWeb,
  reportsWeb,
  notificationsWeb,
];
