import { sql } from 'kysely';
import { readHistory } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { HomeItem } from '../../../platform/module.ts';
import { searchSubjects } from '../../../platform/search/search-subjects.ts';
import type { DirectiveDetail } from '../directives.contract.ts';
import { channelNames } from './channel-names.ts';
import { completeClauses } from './complete-clauses.ts';
import { canDirective } from './directives.policy.ts';
import { type DirectiveRecord, searchKind } from './directives.repository.ts';
import { themeNames } from './parser/theme-names.ts';

const pageSize = 50;

/** The columns of a directive in a list. */
export const rowColumns = [
  'id',
  'kind',
  'number',
  'symbol',
  'subject',
  'issuer',
  'issued_on',
  'year',
  'state',
  'created_at',
] as const;

/** The one visibility rule: those who may read drafts see all, everyone else what is confirmed. */
export function visibleStates(context: Context): ('in_review' | 'confirmed')[] {
  return (['in_review', 'confirmed'] as const).filter((state) => canDirective(context.actor, 'read', { state }));
}

/** The newest first; with words, the best hits first. */
export async function readDirectives(context: Context, filter: { page: number; search?: string | undefined }) {
  const { db } = context;
  const states = visibleStates(context);
  if (states.length === 0) return { directives: [], total: 0, isMore: false, abilities: { import: false } };
  const offset = (filter.page - 1) * pageSize;
  const { search: words } = filter;
  const found = words
    ? await searchSubjects(db, { kind: searchKind, words, visible: { to: states }, limit: pageSize, offset })
    : null;
  let visible = db.selectFrom('directive').where('state', 'in', states);
  if (found) visible = visible.where(sql<boolean>`id = any(${[...found.ids]}::uuid[])`);
  const { total, isMore } = found ?? {
    ...(await visible.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()),
    isMore: false,
  };
  const rows = await visible
    .select([...rowColumns])
    .orderBy(sql`array_position(${found ? [...found.ids] : null}::uuid[], id)`)
    .orderBy('created_at', 'desc')
    .limit(pageSize)
    .offset(found ? 0 : offset)
    .execute();
  return {
    directives: rows.map(toRow),
    total,
    isMore,
    abilities: { import: canDirective(context.actor, 'import', null) },
  };
}

export async function readDirectiveDetail(context: Context, id: string): Promise<DirectiveDetail> {
  const row = await context.db.selectFrom('directive').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !canDirective(context.actor, 'read', row)) throw notFound();
  return {
    ...toRow(row),
    version: row.version,
    sourceName: row.source_name,
    sourceText: row.source_text,
    sourceKind: row.source_kind,
    fileBytes: row.file_bytes,
    readWarnings: row.read_warnings,
    editionOf: row.edition_of,
    editions: await readEditions(context.db, id),
    reviewed: completeClauses(row.parsed),
    themes: themeNames,
    channels: channelNames.map(({ id: channelId, names }) => ({ id: channelId, names: { ...names } })),
    abilities: {
      review: canDirective(context.actor, 'review', row),
      confirm: canDirective(context.actor, 'confirm', row),
    },
    history: await readHistory(context.db, { subjects: [{ kind: 'directive', id }], limit: 100 }),
  };
}

async function readEditions(db: Database, id: string): Promise<DirectiveDetail['editions']> {
  const rows = await db
    .selectFrom('directive')
    .select(['id', 'replaced_at'])
    .where('edition_of', '=', id)
    .orderBy('replaced_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ id: row.id, replacedAt: (row.replaced_at ?? new Date(0)).toISOString() }));
}

export function toRow(row: Pick<DirectiveRecord, (typeof rowColumns)[number]>) {
  const { id, kind, number, symbol, subject, issuer, year, state } = row;
  return {
    id,
    kind,
    number,
    symbol,
    subject,
    issuer,
    issuedOn: row.issued_on,
    year,
    state,
    createdAt: row.created_at.toISOString(),
  };
}

/** Directives that wait for somebody to check and confirm them. */
export async function readDirectivesToReview(context: Context): Promise<HomeItem[]> {
  if (!canDirective(context.actor, 'confirm', { state: 'in_review' })) return [];
  const rows = await context.db
    .selectFrom('directive')
    .select(['id', 'subject', 'symbol'])
    .where('state', '=', 'in_review')
    .orderBy('created_at')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    group: 'today',
    kind: 'directives.review',
    title: row.subject,
    subtitle: row.symbol ?? '',
    link: `/directives/${row.id}`,
    dueOn: null,
  }));
}

export interface ClauseOption {
  readonly id: string;
  readonly directiveId: string;
  readonly path: string;
  readonly shortTitle: string;
  readonly text: string;
  readonly nature: string;
}

/** Leaf clauses of the confirmed directives (of one, with `directiveId`), in their order. A year's directives hold some hundred. */
export async function readLeafClauses(db: Database, directiveId?: string): Promise<ClauseOption[]> {
  let query = db
    .selectFrom('clause')
    .innerJoin('directive', 'directive.id', 'clause.directive_id')
    .select(['clause.id', 'clause.directive_id', 'clause.path', 'clause.short_title', 'clause.text', 'clause.nature'])
    .where('is_leaf', '=', true)
    .where('withdrawn_at', 'is', null)
    .where('directive.state', '=', 'confirmed')
    .orderBy('directive.created_at', 'desc')
    .orderBy('clause.position')
    .limit(2_000);
  if (directiveId) query = query.where('clause.directive_id', '=', directiveId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    directiveId: row.directive_id,
    path: row.path,
    shortTitle: row.short_title,
    text: row.text,
    nature: row.nature,
  }));
}
