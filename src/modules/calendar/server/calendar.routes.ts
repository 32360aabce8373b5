import type { Context } from '../../../platform/context.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import { readLeafClauses } from '../../directives/index.ts';
import * as contract from '../calendar.contract.ts';
import { actOnDate } from './act-on-date.ts';
import { readDateDetail, readEventDetail } from './calendar.detail.read-model.ts';
import { readFeeds } from './calendar.feed.read-model.ts';
import { keepsCalendar } from './calendar.policy.ts';
import { readCalendarRange, readDateList, readUndated } from './calendar.read-model.ts';
import { readCalendarSettings } from './calendar.settings.read-model.ts';
import { changeEvent } from './change-event.ts';
import { changeSettings } from './change-settings.ts';
import { createEvent } from './create-event.ts';
import { importEvents } from './import-events.ts';
import { createFeed, readFeed, revokeFeed, rotateFeed } from './manage-feeds.ts';
import { downloadLookAhead, readLookAhead, writeLookAheadNotice } from './read-look-ahead.ts';
import { recordAudience } from './record-audience.ts';

export interface CalendarPorts {
  readonly publicUrl: string;
  readonly isExample: boolean;
}

export function createCalendarRoutes({ publicUrl, isExample }: CalendarPorts): readonly Route[] {
  return [
    route(contract.readRange, (context, { query }) => readCalendarRange(context, query)),
    route(contract.listDates, (context, { query }) => readDateList(context, query)),
    route(contract.listUndated, (context) => readUndated(context)),
    route(contract.listClauseOptions, async ({ db }) => ({
      clauses: (await readLeafClauses(db)).map(({ id, path, shortTitle }) => ({ id, path, title: shortTitle })),
    })),
    route(contract.readEvent, (context, { params }) => readEventDetail(context, { eventId: params.id })),
    route(contract.readDate, (context, { params }) => readDateDetail(context, params.id)),
    route(contract.createEvent, (context, { body }) => createEvent(context, body)),
    route(contract.changeEvent, (context, { params, body }) => changeEvent(context, { ...body, eventId: params.id })),
    route(contract.actOnDate, (context, { params, body }) => actOnDate(context, { ...body, dateId: params.id })),
    route(contract.recordAudience, (context, { params, body }) =>
      recordAudience(context, { ...body, dateId: params.id }),
    ),
    route(contract.readLookAhead, async (context) => ({
      ...(await readLookAhead(context)),
      abilities: { write: keepsCalendar(context.actor) },
    })),
    route(contract.writeLookAheadNotice, async (context, { body }) => ({
      documentId: await writeLookAheadNotice(context, body),
    })),
    route(contract.downloadLookAhead, (context) => downloadLookAhead(context, { isExample })),
    route(contract.readSettings, (context) => presentSettings(context)),
    route(contract.changeSettings, async (context, { body }) => {
      await changeSettings(context, body);
      return presentSettings(context);
    }),
    route(contract.listFeeds, (context) => readFeeds(context)),
    route(contract.createFeed, (context, { body }) => createFeed(context, { ...body, publicUrl })),
    route(contract.rotateFeed, (context, { params }) => rotateFeed(context, { id: params.id, publicUrl })),
    route(contract.revokeFeed, async (context, { params }) => {
      await revokeFeed(context, { id: params.id });
      return {};
    }),
    route(contract.readFeed, (context, { params }) => readFeed(context, params)),
    route(contract.importEvents, (context, { body, file }) => importEvents(context, { ...body, file })),
  ];
}

async function presentSettings(context: Context) {
  const { settings, version } = await readCalendarSettings(context.db);
  return { ...settings, version, abilities: { change: keepsCalendar(context.actor) } };
}
