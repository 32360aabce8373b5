import { createHash, randomBytes } from 'node:crypto';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import { addDays, lunarDateOf, lunarDateText } from '../../../platform/clock/lunar.ts';
import { loadLunarTable } from '../../../platform/clock/lunar-table.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { readActorOf, unitIdsOf } from '../../accounts/index.ts';
import { tooManyFeeds } from './calendar.errors.ts';
import { countFeeds, findFeed, insertFeed, lockFeed, updateFeed } from './calendar.feed.repository.ts';
import { queryDates } from './calendar.read-model.ts';
import { writeIcs } from './ics/write-ics.ts';

const feedsOfPerson = 10;
/** How much of the past a feed shows, and how many dates at most. */
const daysBack = 90;
const datesOfFeed = 3000;

/** Makes a secret address. It stands only in the answer; the database keeps its hash. */
export async function createFeed(
  outer: Context,
  input: { unitId: string | null; publicUrl: string },
): Promise<{ id: string; address: string }> {
  return inTransaction(outer, async (context) => {
    const { personId } = context.actor;
    if (personId === null || context.actor.grants.length === 0) throw notPermitted();
    if (input.unitId !== null && !unitIdsOf(context.actor).includes(input.unitId)) throw notPermitted();
    if ((await countFeeds(context.db, personId)) >= feedsOfPerson) throw tooManyFeeds({ limit: feedsOfPerson });
    const at = context.clock.now();
    const id = newId(at.getTime());
    const token = newToken();
    await insertFeed(context.db, {
      id,
      person_id: personId,
      unit_id: input.unitId,
      token_hash: hashOf(token),
      last_read_at: null,
      revoked_at: null,
      created_at: at,
    });
    await audit(context, id, 'calendar.create_feed', { unitId: input.unitId });
    return { id, address: addressOf(input.publicUrl, token) };
  });
}

export async function rotateFeed(
  outer: Context,
  input: { id: string; publicUrl: string },
): Promise<{ id: string; address: string }> {
  return inTransaction(outer, async (context) => {
    await lockOwn(context, input.id);
    const token = newToken();
    await updateFeed(context.db, input.id, { token_hash: hashOf(token) });
    await audit(context, input.id, 'calendar.rotate_feed', {});
    return { id: input.id, address: addressOf(input.publicUrl, token) };
  });
}

export async function revokeFeed(outer: Context, input: { id: string }): Promise<void> {
  await inTransaction(outer, async (context) => {
    await lockOwn(context, input.id);
    await updateFeed(context.db, input.id, { revoked_at: context.clock.now() });
    await audit(context, input.id, 'calendar.revoke_feed', {});
  });
}

/** What a calendar program gets: what the owner of the address may see now. An unknown or ended address is not there. */
export async function readFeed(context: Context, input: { token: string }): Promise<BinaryAnswer> {
  const feed = await findFeed(context.db, hashOf(input.token.replace(/\.ics$/, '')));
  const actor = feed ? await readActorOf(context, feed.person_id) : null;
  if (!feed || !actor) throw notFound();
  const at = context.clock.now();
  await updateFeed(context.db, feed.id, { last_read_at: at });
  const owned = { ...context, actor };
  const rows = await queryDates(
    owned,
    { from: addDays(dayInDepartment(at), -daysBack), unitId: feed.unit_id ?? undefined },
    { limit: datesOfFeed, offset: 0 },
  );
  const table = await loadLunarTable();
  const dates = rows.map((row) => {
    const lunar = lunarDateOf(table, row.startsOn);
    const title = `${row.titles.vi ?? ''}${row.forTitles ? `: ${row.forTitles.vi ?? ''}` : ''}`;
    return {
      ...row,
      title,
      description: [lunar ? lunarDateText(lunar) : '', row.description].filter(Boolean).join('\n'),
      endsBefore: addDays(row.endsOn, 1),
      lastOn: row.endsOn,
    };
  });
  const name = feed.unit_id === null ? 'Lan Tỏa' : `Lan Tỏa: ${rows[0]?.unitNames.vi ?? feed.unit_id}`;
  return {
    fileName: 'lich.ics',
    contentType: 'text/calendar; charset=utf-8',
    content: Buffer.from(await writeIcs({ name, dates }), 'utf8'),
    isInline: true,
  };
}

async function lockOwn(context: Context, id: string): Promise<void> {
  const { personId } = context.actor;
  if (personId === null || !(await lockFeed(context.db, id, personId))) throw notFound();
}

async function audit(context: Context, id: string, action: string, after: object): Promise<void> {
  await recordAudit(context, { subjectKind: 'calendar_feed', subjectId: id, action, after });
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function addressOf(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/$/, '')}/api/calendar/feed/${token}.ics`;
}
