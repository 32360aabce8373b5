import { expect, test } from 'vitest';
import { type IcsSeries, icsLimits } from './ics-shapes.ts';
import { resolveZone, toHouse } from './ics-zones.ts';
import { expandRepeats, readIcsFile } from './run-ics-task.ts';
import { writeIcs } from './write-ics.ts';

const span = { from: '2025-01-01', to: '2028-12-31' };

function file(...lines: string[]): Buffer {
  return Buffer.from(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//', ...lines, 'END:VCALENDAR', ''].join('\r\n'),
  );
}
function event(...lines: string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:a@b', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'];
}
async function readOne(...lines: string[]): Promise<IcsSeries> {
  const [series] = await readIcsFile(file(...event(...lines)), span);
  if (!series) throw new Error('nothing was read');
  return series;
}
const days = (series: IcsSeries) => series.days.map((day) => day.on);
async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'read',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

test('a name of Windows and a name of IANA are one zone, and clocks of elsewhere are turned to ours', () => {
  expect(resolveZone('SE Asia Standard Time')).toEqual({ kind: 'house' });
  expect(resolveZone('/freeassociation.sourceforge.net/Asia/Bangkok')).toEqual({ kind: 'house' });
  expect(resolveZone('(UTC+07:00) Bangkok, Hanoi, Jakarta')).toEqual({ kind: 'house' });
  expect(resolveZone('Tokyo Standard Time')).toEqual({ kind: 'iana', name: 'Asia/Tokyo' });
  expect(resolveZone('Customized Time Zone')).toBeNull();
  const wall = (text: string) => Date.parse(`${text}:00Z`) / 60_000;
  const shown = (text: string, tzid: string) =>
    new Date(toHouse(wall(text), resolveZone(tzid) ?? { kind: 'house' }) * 60_000).toISOString().slice(0, 16);
  expect(shown('2026-01-10T10:00', 'Tokyo Standard Time')).toBe('2026-01-10T08:00');
  expect(shown('2026-01-10T10:00', 'W. Europe Standard Time')).toBe('2026-01-10T16:00');
  expect(shown('2026-07-10T10:00', 'W. Europe Standard Time')).toBe('2026-07-10T15:00');
});

test('folded lines of Outlook become one text, with its accents and commas', async () => {
  const series = await readOne(
    'DTSTART;TZID="SE Asia Standard Time":20260310T080000',
    'DTEND;TZID="SE Asia Standard Time":20260310T113000',
    'SUMMARY;LANGUAGE=vi:Hội nghị tập huấn công tác thông tin đối ngoại cho c',
    ' án bộ các xã\\, phường năm 2026',
    'LOCATION:Hội trường UBND tỉnh',
  );
  expect(series).toMatchObject({
    title: 'Hội nghị tập huấn công tác thông tin đối ngoại cho cán bộ các xã, phường năm 2026',
    place: 'Hội trường UBND tỉnh',
    startTime: '08:00',
    endTime: '11:30',
    rule: { kind: 'once', on: '2026-03-10' },
  });
});

test('an all-day event ends on the day before its DTEND, that of Outlook from midnight to midnight too', async () => {
  const google = await readOne('DTSTART;VALUE=DATE:20260415', 'DTEND;VALUE=DATE:20260417', 'SUMMARY:Hai ngày');
  expect(google).toMatchObject({ lastsDays: 2, startTime: null });
  const outlook = await readOne(
    'DTSTART;TZID=SE Asia Standard Time:20260415T000000',
    'DTEND;TZID=SE Asia Standard Time:20260416T000000',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'SUMMARY:Một ngày',
  );
  expect(outlook).toMatchObject({ lastsDays: 1, startTime: null, rule: { kind: 'once', on: '2026-04-15' } });
});

test('a series keeps its rule, without the dates that were left out', async () => {
  const series = await readOne(
    'DTSTART;TZID=Asia/Ho_Chi_Minh:20260302T050000',
    'DTEND;TZID=Asia/Ho_Chi_Minh:20260302T060000',
    'RRULE:FREQ=WEEKLY;UNTIL=20260329T220000Z;BYDAY=MO',
    'EXDATE;TZID=Asia/Ho_Chi_Minh:20260316T050000',
    'SUMMARY:Giao ban',
  );
  // 22:00 UTC on the 29th is five in the morning of the 30th here: that Monday still belongs to the series.
  expect(days(series)).toEqual(['2026-03-02', '2026-03-09', '2026-03-23', '2026-03-30']);
  expect(series.rule).toMatchObject({ kind: 'repeat', from: '2026-03-02', except: ['2026-03-16'] });
});

test('a changed and a cancelled date of a series are told apart by their RECURRENCE-ID', async () => {
  const found = await readIcsFile(
    file(
      ...event(
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20260302T080000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=3',
        'SUMMARY:Họp',
      ),
      ...event(
        'RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20260303T080000',
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20260303T140000',
        'DURATION:PT2H',
        'SUMMARY:Họp chiều',
      ),
      ...event(
        'RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20260304T080000',
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20260304T080000',
        'STATUS:CANCELLED',
      ),
    ),
    span,
  );
  expect(found.length).toBe(1);
  expect(found[0]?.exceptions).toMatchObject([
    { originalOn: '2026-03-03', startTime: '14:00', endTime: '16:00', title: 'Họp chiều', isCancelled: false },
    { originalOn: '2026-03-04', isCancelled: true },
  ]);
});

test('a series of another zone is written out with its hours here, summer and winter', async () => {
  const series = await readOne(
    'DTSTART;TZID=Europe/Paris:20260320T100000',
    'DTEND;TZID=Europe/Paris:20260320T110000',
    'RRULE:FREQ=WEEKLY;COUNT=3',
    'SUMMARY:Họp với Paris',
  );
  expect(series.days).toEqual([
    { on: '2026-03-20', startTime: '16:00', endTime: '17:00' },
    { on: '2026-03-27', startTime: '16:00', endTime: '17:00' },
    { on: '2026-04-03', startTime: '15:00', endTime: '16:00' },
  ]);
});

test('a zone described in the file itself is used, an unknown one is said', async () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Customized Time Zone',
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const [own] = await readIcsFile(
    file(...zone, ...event('DTSTART;TZID=Customized Time Zone:20260320T100000', 'SUMMARY:x')),
    span,
  );
  expect(own?.startTime).toBe('08:00');
  const unknown = await readOne('DTSTART;TZID=Nơi nào đó:20260320T100000', 'SUMMARY:x');
  expect(unknown).toMatchObject({ startTime: '10:00', warnings: [{ code: 'zone_unknown', value: 'Nơi nào đó' }] });
});

test('files that are none, too large, too many or made to keep the program busy are refused in time', async () => {
  expect(await codeOf(readIcsFile(Buffer.from('<html>đăng nhập</html>'), span))).toBe('calendar.file_not_calendar');
  expect(await codeOf(readIcsFile(Buffer.from([0xff, 0xfe, 0x00, 0x41]), span))).toBe('calendar.file_not_calendar');
  expect(await codeOf(readIcsFile(Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nthis is no line\r\n'), span))).toBe(
    'calendar.file_not_calendar',
  );
  expect(await codeOf(readIcsFile(Buffer.alloc(icsLimits.bytes + 1, 65), span))).toBe('calendar.file_too_large');
  const many = Array.from({ length: icsLimits.events + 1 }, () => event('SUMMARY:x')).flat();
  expect(await codeOf(readIcsFile(file(...many), span))).toBe('calendar.file_too_many_events');
  const dates = Array.from({ length: 10 }, (_, index) => [
    'BEGIN:VEVENT',
    `UID:${index}`,
    'DTSTART;VALUE=DATE:20260101',
    'RRULE:FREQ=DAILY',
    'END:VEVENT',
  ]).flat();
  expect(await codeOf(readIcsFile(file(...dates), span))).toBe('calendar.file_too_many_events');
  const endless = event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'SUMMARY:x');
  expect(await codeOf(readIcsFile(file(...endless), span))).toBe('calendar.file_too_costly');
}, 20_000);

test('a rule that repeats by the minute, or that is none, is left out and said; the rest of the file is read', async () => {
  const minutely = await readOne('DTSTART:20260101T000000Z', 'RRULE:FREQ=MINUTELY', 'SUMMARY:x');
  expect(minutely).toMatchObject({ rule: null, warnings: [{ code: 'rule_not_understood' }] });
  expect(
    await expandRepeats([{ kind: 'repeat', from: '2026-01-01', rrule: 'FREQ=SOMETIMES', except: [], extra: [] }], span),
  ).toEqual([null]);
});

test('what is written as a feed is read again as it was: accents, commas, whole days and hours', async () => {
  const base = {
    description: 'a; b\\c',
    version: 2,
    changedAt: new Date('2026-01-01T00:00:00Z'),
    state: 'confirmed' as const,
  };
  const text = await writeIcs({
    name: 'Lịch của Sở',
    dates: [
      {
        ...base,
        id: '1',
        title: `Lễ hội Then Kin Pang, ${'rất dài '.repeat(20)}`.trim(),
        place: 'Khổng Lào',
        startsOn: '2026-04-25',
        lastOn: '2026-04-26',
        endsBefore: '2026-04-27',
        startTime: null,
        endTime: null,
      },
      {
        ...base,
        id: '2',
        title: 'Họp',
        place: '',
        startsOn: '2026-04-25',
        lastOn: '2026-04-25',
        endsBefore: '2026-04-26',
        startTime: '08:00',
        endTime: '09:30',
      },
    ],
  });
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const [festival, meeting] = await readIcsFile(Buffer.from(text), span);
  expect(festival).toMatchObject({ lastsDays: 2, startTime: null, place: 'Khổng Lào', description: 'a; b\\c' });
  expect(festival?.title.startsWith('Lễ hội Then Kin Pang, rất dài')).toBe(true);
  expect(meeting).toMatchObject({ startTime: '08:00', endTime: '09:30', rule: { kind: 'once', on: '2026-04-25' } });
});
