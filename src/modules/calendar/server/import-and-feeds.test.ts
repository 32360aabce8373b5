import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Actor, Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { actOnDate } from './act-on-date.ts';
import { readDateDetail } from './calendar.detail.read-model.ts';
import { readFeeds } from './calendar.feed.read-model.ts';
import { readDateList } from './calendar.read-model.ts';
import { changeEvent } from './change-event.ts';
import { importEvents } from './import-events.ts';
import { createFeed, readFeed, revokeFeed, rotateFeed } from './manage-feeds.ts';

const commune = 'xa-03583';
const clock = createTestClock('2026-11-25T02:00:00Z');
let database: TestDatabase;
let officer: Context;
let personId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  personId = newId(clock.now().getTime());
  const at = clock.now();
  await database.db
    .insertInto('person')
    .values({
      id: personId,
      full_name: 'Lù Thị May',
      email: 'may@thu.example',
      password_hash: null,
      disabled_at: null,
      created_at: at,
    })
    .execute();
  await database.db
    .insertInto('role_grant')
    .values({
      id: newId(at.getTime()),
      person_id: personId,
      role: 'commune_officer',
      unit_id: commune,
      includes_subtree: false,
      valid_from: at,
      valid_to: null,
      created_at: at,
    })
    .execute();
  officer = as(actorWith('commune_officer', commune, { personId }));
});
afterAll(() => database.close());

function as(actor: Actor): Context {
  return { ...database.context(actor), clock };
}

function outlookFile(seriesTitle: string): { fileName: string; bytes: Buffer } {
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    'VERSION:2.0',
    'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE',
    'TZID:SE Asia Standard Time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0700',
    'TZOFFSETTO:+0700',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:040000008200E00074C5B7101A82E008-1',
    'DTSTART;TZID="SE Asia Standard Time":20261207T080000',
    'DTEND;TZID="SE Asia Standard Time":20261207T090000',
    'RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO',
    'EXDATE;TZID="SE Asia Standard Time":20261214T080000',
    `SUMMARY:${seriesTitle}`,
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:040000008200E00074C5B7101A82E008-1',
    'RECURRENCE-ID;TZID="SE Asia Standard Time":20261221T080000',
    'DTSTART;TZID="SE Asia Standard Time":20261222T140000',
    'DTEND;TZID="SE Asia Standard Time":20261222T150000',
    'SUMMARY:Giao ban cuối năm',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:rieng-tu',
    'CLASS:PRIVATE',
    'DTSTART;VALUE=DATE:20261210',
    'SUMMARY:Khám bệnh',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:ngay-hoi',
    'DTSTART;VALUE=DATE:20261212',
    'DTEND;VALUE=DATE:20261214',
    'SUMMARY:Ngày hội bản',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return { fileName: 'lich.ics', bytes: Buffer.from(lines.join('\r\n')) };
}
const ofCommune = async () =>
  (await readDateList(officer, { unitId: commune, kind: 'event', page: 1 })).dates.map(
    (date) => `${date.startsOn} ${date.startTime ?? ''} ${date.titles.vi}`,
  );

test('a file of Outlook is looked at first, then taken over; a second time it makes nothing, not even half', async () => {
  const file = outlookFile('Giao ban tuần');
  const preview = await importEvents(officer, { unitId: commune, mode: 'preview', file });
  expect(preview.items.map((item) => `${item.title} ${item.verdict} ${item.dateCount}`)).toEqual([
    'Giao ban tuần new 3',
    ' private 1',
    'Ngày hội bản new 1',
  ]);
  expect(await ofCommune()).toEqual([]);
  await importEvents(officer, { unitId: commune, mode: 'apply', file });
  const first = await ofCommune();
  expect(first).toEqual([
    '2026-12-07 08:00 Giao ban tuần',
    '2026-12-12  Ngày hội bản',
    '2026-12-22 14:00 Giao ban cuối năm',
    '2026-12-28 08:00 Giao ban tuần',
  ]);
  const again = await importEvents(officer, { unitId: commune, mode: 'apply', file });
  expect(again.items.map((item) => item.verdict)).toEqual(['same', 'private', 'same']);
  expect(await ofCommune()).toEqual(first);
});

test('what changed there is changed here, unless a person has changed it here meanwhile', async () => {
  const changed = await importEvents(officer, {
    unitId: commune,
    mode: 'apply',
    file: outlookFile('Giao ban đầu tuần'),
  });
  expect(changed.items[0]?.verdict).toBe('changed');
  expect(await ofCommune()).toContain('2026-12-07 08:00 Giao ban đầu tuần');
  const { dates } = await readDateList(officer, { search: 'giao ban dau tuan', page: 1 });
  const { id, fields, version } = await readDateDetail(officer, dates[0]?.id ?? '');
  await changeEvent(officer, {
    ...fields,
    place: 'Trụ sở xã',
    eventId: id,
    scope: 'all',
    dateId: null,
    startsOn: null,
    version,
  });
  const kept = await importEvents(officer, { unitId: commune, mode: 'apply', file: outlookFile('Tên khác') });
  expect(kept.items[0]?.verdict).toBe('kept');
  expect(await ofCommune()).toContain('2026-12-07 08:00 Giao ban đầu tuần');
});

test('nobody imports into a unit that is not their own', async () => {
  await expect(
    importEvents(officer, { unitId: 'xa-03390', mode: 'preview', file: outlookFile('x') }),
  ).rejects.toMatchObject({ code: 'platform.not_permitted' });
});

test('a feed shows what its owner may see now, at an address that can be changed and ended', async () => {
  const system = database.context();
  const read = async (address: string) => {
    const token = address.split('/').at(-1) ?? '';
    return String((await readFeed({ ...system, clock }, { token })).content);
  };
  const { id, address } = await createFeed(officer, { unitId: null, publicUrl: 'https://lantoa.example/' });
  expect(address).toMatch(/^https:\/\/lantoa\.example\/api\/calendar\/feed\/[\w-]{43}\.ics$/);
  expect(await read(address)).toContain('SUMMARY:Giao ban đầu tuần');
  const stored = await database.db.selectFrom('calendar_feed').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(stored)).not.toContain(address.split('/').at(-1)?.slice(0, 20));

  const { dates } = await readDateList(officer, { search: 'ngay hoi ban', page: 1 });
  await actOnDate(officer, {
    dateId: dates[0]?.id ?? '',
    action: 'cancel',
    reason: 'mưa lũ',
    newStartsOn: null,
    audienceCount: null,
    audienceNote: '',
    version: 1,
  });
  expect(await read(address)).toMatch(/SUMMARY:Ngày hội bản[\s\S]*?STATUS:CANCELLED/);

  const next = await rotateFeed(officer, { id, publicUrl: 'https://lantoa.example' });
  await expect(read(address)).rejects.toMatchObject({ code: 'platform.not_found' });
  await expect(rotateFeed(as(actorWith('leader', 'so-vhttdl')), { id, publicUrl: '' })).rejects.toMatchObject({
    code: 'platform.not_found',
  });
  expect((await readFeeds(officer)).feeds[0]?.lastReadAt).not.toBeNull();
  await revokeFeed(officer, { id });
  await expect(read(next.address)).rejects.toMatchObject({ code: 'platform.not_found' });

  const unitFeed = await createFeed(officer, { unitId: commune, publicUrl: 'https://lantoa.example' });
  expect(await read(unitFeed.address)).not.toContain('Giao thừa');
  await expect(createFeed(officer, { unitId: 'xa-03390', publicUrl: '' })).rejects.toMatchObject({
    code: 'platform.not_permitted',
  });
  await database.db.updateTable('person').set({ disabled_at: clock.now() }).where('id', '=', personId).execute();
  await expect(read(unitFeed.address)).rejects.toMatchObject({ code: 'platform.not_found' });
});
