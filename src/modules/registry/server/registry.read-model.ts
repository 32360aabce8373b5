// Joins a table of an earlier module: unit (organisation).
import { sql } from 'kysely';
import { readHistory } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { searchSubjects } from '../../../platform/search/search-subjects.ts';
import { readUnits } from '../../organisation/index.ts';
import type {
  Direction,
  DocumentDetail,
  DocumentRow,
  DocumentState,
  DocumentText,
} from '../registry.shapes.contract.ts';
import { type Letterhead, letterheadOf } from './registry.letterhead.ts';
import { canRegistry, registerOf, registryActions } from './registry.policy.ts';
import { type DocumentRecord, searchKind } from './registry.repository.ts';
import { isVisible, readableUnits } from './registry.visibility.read-model.ts';

const pageSize = 50;

export interface DocumentFilter {
  readonly direction: Direction;
  readonly page: number;
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: DocumentState | undefined;
  readonly year?: number | undefined;
  readonly sort: 'newest' | 'number' | 'issued' | 'due';
}

const rowColumns = [
  'official_document.id',
  'direction',
  'state',
  'unit_id',
  'official_document.kind',
  'year',
  'register_number',
  'code_number',
  'symbol',
  'agency',
  'subject',
  'issued_on',
  'arrived_on',
  'due_on',
  'official_document.created_at',
] as const;

function visibleDocuments(context: Context) {
  return context.db.selectFrom('official_document').where(isVisible(context.actor));
}

function filtered(context: Context, filter: DocumentFilter) {
  let query = visibleDocuments(context).where('direction', '=', filter.direction);
  if (filter.kind) query = query.where('official_document.kind', '=', filter.kind);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.year) query = query.where('year', '=', filter.year);
  return query;
}

const orders = {
  newest: sql`official_document.created_at desc`,
  number: sql`year desc nulls first, register_number desc nulls first`,
  issued: sql`issued_on desc nulls first`,
  due: sql`due_on asc nulls last`,
} as const;

/** The register, filtered, sorted and paged in the database; with words, the best hits first. */
export async function readDocuments(context: Context, filter: DocumentFilter) {
  const units = readableUnits(context.actor);
  const offset = (filter.page - 1) * pageSize;
  const found = filter.search
    ? await searchSubjects(context.db, {
        kind: searchKind,
        words: filter.search,
        visible: units === 'everything' ? units : { to: units },
        among: sql<boolean>`exists (${filtered(context, filter).select(sql`1`.as('one')).whereRef(sql`official_document.id::text`, '=', sql`search_document.subject_id::text`)})`,
        limit: pageSize,
        offset,
      })
    : null;
  let query = filtered(context, filter);
  if (found) query = query.where(sql<boolean>`official_document.id = any(${[...found.ids]}::uuid[])`);
  const { total, isMore } = found ?? {
    ...(await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()),
    isMore: false,
  };
  const rows = await query
    .innerJoin('unit', 'unit.id', 'official_document.unit_id')
    .select([...rowColumns, 'unit.names as unit_names'])
    .orderBy(sql`array_position(${found ? [...found.ids] : null}::uuid[], official_document.id)`)
    .orderBy(orders[filter.sort])
    .orderBy('official_document.id', 'desc')
    .limit(pageSize)
    .offset(found ? 0 : offset)
    .execute();
  const years = await visibleDocuments(context)
    .where('direction', '=', filter.direction)
    .where('year', 'is not', null)
    .select('year')
    .distinct()
    .orderBy('year', 'desc')
    .execute();
  const unitId = registerOf(context.actor);
  const abilities =
    unitId === null ? [] : registryActions.filter((action) => canRegistry(context.actor, action, { unitId }));
  return {
    documents: rows.map(toRow),
    total: Number(total),
    isMore,
    years: years.flatMap(({ year }) => year ?? []),
    abilities: {
      write: abilities.includes('write'),
      receive: abilities.includes('receive'),
      setNumber: abilities.includes('set_number'),
    },
  };
}

type Row = Pick<
  DocumentRecord,
  | 'id'
  | 'direction'
  | 'state'
  | 'unit_id'
  | 'kind'
  | 'year'
  | 'register_number'
  | 'code_number'
  | 'symbol'
  | 'agency'
  | 'subject'
  | 'issued_on'
  | 'arrived_on'
  | 'due_on'
  | 'created_at'
> & { unit_names: Record<string, string> };

function toRow(row: Row): DocumentRow {
  return {
    id: row.id,
    direction: row.direction,
    state: row.state,
    unitId: row.unit_id,
    unitName: row.unit_names.vi ?? row.unit_id,
    kind: row.kind,
    year: row.year,
    registerNumber: row.register_number,
    codeNumber: row.code_number,
    symbol: row.symbol,
    agency: row.agency,
    subject: row.subject,
    issuedOn: row.issued_on,
    arrivedOn: row.arrived_on,
    dueOn: row.due_on,
    createdAt: row.created_at.toISOString(),
  };
}

/** One document, or not found where the person may not see it. */
export async function findVisible(
  context: Context,
  id: string,
): Promise<DocumentRecord & { unit_names: Record<string, string> }> {
  const row = await visibleDocuments(context)
    .innerJoin('unit', 'unit.id', 'official_document.unit_id')
    .selectAll('official_document')
    .select('unit.names as unit_names')
    .where('official_document.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export async function readFiles(db: Database, documentId: string) {
  return db
    .selectFrom('official_document_file')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('position')
    .execute();
}

export async function readDocumentDetail(context: Context, id: string, canPrintPdf: boolean): Promise<DocumentDetail> {
  const row = await findVisible(context, id);
  const letterhead = await readLetterhead(context.db, row.unit_id);
  const files = await readFiles(context.db, id);
  const { signer, ...details } = row.details;
  const subject = { unitId: row.unit_id, state: row.state };
  const proposed = letterhead?.signer ?? { onBehalfOf: null, authority: null, headPost: null, post: '', name: '' };
  return {
    ...toRow(row),
    version: row.version,
    details,
    content: row.content,
    source: row.source_kind && row.source_id ? { kind: row.source_kind, id: row.source_id } : null,
    signer: signer ?? { ...proposed, name: context.actor.name },
    files: files.map(({ position, name, media_type, bytes }) => ({ position, name, mediaType: media_type, bytes })),
    canPrintPdf,
    hasSheet: row.printed !== null,
    abilities: {
      edit: row.content !== null && canRegistry(context.actor, 'edit', subject),
      sign: row.content !== null && canRegistry(context.actor, 'sign', subject),
      correct: row.state === 'received' && canRegistry(context.actor, 'receive', subject),
      discard: row.content !== null && canRegistry(context.actor, 'edit', subject),
    },
    history: await readHistory(context.db, { subjects: [{ kind: 'official_document', id }], limit: 100 }),
  };
}

/** Who writes in the name of a unit; units are few, and their list is read as a whole elsewhere too. */
export async function readLetterhead(db: Database, unitId: string): Promise<Letterhead | null> {
  const unit = (await readUnits(db)).find(({ id }) => id === unitId);
  return unit ? letterheadOf(unit) : null;
}

export interface UsableTemplate {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly version: number;
  readonly content: DocumentText;
  readonly unitId: string;
}

/** A template that the person may write from. */
export async function readUsableTemplate(context: Context, id: string): Promise<UsableTemplate | undefined> {
  const row = await context.db
    .selectFrom('document_template')
    .select(['id', 'name', 'kind', 'version', 'content', 'unit_id'])
    .where('id', '=', id)
    .where('is_retired', '=', false)
    .executeTakeFirst();
  if (!row || !mayUseTemplate(context, row.unit_id)) return undefined;
  const { unit_id: unitId, ...template } = row;
  return { ...template, unitId };
}

/** A template that the program itself writes from; it serves on when the department offers it no more. */
export async function readTemplateOfProgram(db: Database, id: string): Promise<UsableTemplate | undefined> {
  const row = await db
    .selectFrom('document_template')
    .select(['id', 'name', 'kind', 'version', 'content', 'unit_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { unit_id: unitId, ...template } = row;
  return { ...template, unitId };
}

/** The department's templates serve everybody who writes; a commune's its own people. */
export function mayUseTemplate(context: Context, unitId: string): boolean {
  return (
    canRegistry(context.actor, 'read', { unitId }) || (unitId === 'so-vhttdl' && registerOf(context.actor) !== null)
  );
}
