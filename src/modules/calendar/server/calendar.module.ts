import { inTransaction } from '../../../platform/database/database.ts';
import { handleJob } from '../../../platform/jobs/job-handler.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import { eventHeld, eventReopened } from '../calendar.events.ts';
import { readCalendarHomeQueue } from './calendar.home.read-model.ts';
import { readCalendarHomeDays } from './calendar.home-days.ts';
import { writeOutDatesJob } from './calendar.jobs.ts';
import { calendarActions } from './calendar.policy.ts';
import { loadCalendar } from './calendar.reference-data.ts';
import { type CalendarPorts, createCalendarRoutes } from './calendar.routes.ts';
import { writeOutDates } from './write-out-dates.ts';
import './calendar.tables.ts';

/** `publicUrl` stands in the addresses of feeds; `isExample`: printed documents say that they are examples. */
export function createCalendarModule(ports: CalendarPorts): ServerModule {
  return defineModule({
    name: 'calendar',
    routes: createCalendarRoutes(ports),
    events: [eventHeld, eventReopened],
    jobHandlers: [
      handleJob(writeOutDatesJob, (context) => inTransaction(context, (inside) => writeOutDates(inside, null))),
    ],
    actions: calendarActions.map((action) => `calendar.${action}`),
    homeDays: readCalendarHomeDays,
    homeQueue: readCalendarHomeQueue,
    loadReferenceData: loadCalendar,
  });
}
