import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../../../platform/context.ts';
import { numberAndSymbol } from '../../../../platform/documents/number-and-symbol.ts';
import { notFound } from '../../../../platform/errors/errors.ts';
import type { ChainLink, DirectiveChain } from '../../directives.chain.contract.ts';
import { canDirective } from '../directives.policy.ts';
import { rowColumns, toRow, visibleStates } from '../directives.read-model.ts';
import type { DirectiveLinkTable, DirectiveTable } from '../directives.tables.ts';
import { nameOfKind } from '../parser/document-kinds.ts';

const linksAtMost = 200;

/** What a directive rests on or changes, and what rests on it or changes it. */
export async function readDirectiveChain(context: Context, id: string): Promise<DirectiveChain> {
  const directive = await context.db.selectFrom('directive').select('state').where('id', '=', id).executeTakeFirst();
  if (!directive || !canDirective(context.actor, 'read', directive)) throw notFound();
  const mayLink = canDirective(context.actor, 'link', directive);
  const [up, down] = await Promise.all([
    readLinks(context, { id, end: 'lower' }),
    readLinks(context, { id, end: 'upper' }),
  ]);
  const shown = (links: ChainLink[]) => links.filter((link) => mayLink || link.state === 'confirmed');
  return {
    up: shown(up),
    // A document below that the reader may not see is not told of.
    down: shown(down).filter((link) => link.directive !== null && link.state !== 'refused'),
    abilities: { link: mayLink },
  };
}

type OtherEnd = { [Column in (typeof rowColumns)[number] as `other_${Column}`]: DirectiveTable[Column] | null };
type LinkRow = Omit<DirectiveLinkTable, 'version'> & { version: number; pairs: number } & OtherEnd;

/** Links of a directive: where it is the lower end with the document above, or the other way round. */
export async function readLinks(
  context: Context,
  filter: { id: string; end: 'lower' | 'upper'; linkId?: string },
): Promise<ChainLink[]> {
  const [own, other] = filter.end === 'lower' ? ['directive_id', 'target_id'] : ['target_id', 'directive_id'];
  const columns = sql.join(rowColumns.map((column) => sql`other.${sql.ref(column)} as ${sql.ref(`other_${column}`)}`));
  const only = filter.linkId === undefined ? sql<SqlBool>`true` : sql<SqlBool>`link.id = ${filter.linkId}`;
  const { rows } = await sql<LinkRow>`
    select link.*, ${columns}, (select count(*)::int from clause_link where clause_link.link_id = link.id) as pairs
    from directive_link link left join directive other on other.id = link.${sql.ref(other ?? '')} and other.state = any(${visibleStates(context)}::text[])
    where link.${sql.ref(own ?? '')} = ${filter.id} and ${only}
    order by link.state = 'refused', link.relation = 'basis', other.issued_on desc nulls last, link.created_at, link.id limit ${linksAtMost}`.execute(
    context.db,
  );
  return rows.map(toLink);
}

function toLink(row: LinkRow): ChainLink {
  return {
    id: row.id,
    relation: row.relation,
    state: row.state,
    words: row.words,
    cited: citedText(row),
    directive: row.other_id === null ? null : toRow(otherEnd(row)),
    pairs: row.pairs,
    version: row.version,
  };
}

/** `Hướng dẫn số 28-HD/BTGDVTU ngày 29/01/2026 của …`, of what the text named. */
function citedText(row: LinkRow): string {
  const { cited_kind: kind, cited_number: number, cited_symbol: symbol, cited_on: day, cited_issuer: issuer } = row;
  const name = (kind && nameOfKind(kind)) || '';
  return [
    name === '' ? '' : `${name[0]?.toUpperCase()}${name.slice(1)}`,
    number === null ? '' : `số ${citedNumber(number, symbol)}`,
    day === null ? '' : `ngày ${day.split('-').toReversed().join('/')}`,
    issuer === null ? '' : `của ${issuer}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A year in the symbol (`72/2015/NĐ-CP`) is no stroke of the Party's. */
function citedNumber(number: number, symbol: string | null): string {
  return symbol !== null && /^\d/.test(symbol)
    ? `${String(number).padStart(2, '0')}/${symbol}`
    : numberAndSymbol({ number, symbol });
}

function otherEnd(row: LinkRow): Parameters<typeof toRow>[0] {
  return Object.fromEntries(rowColumns.map((column) => [column, row[`other_${column}`]])) as Parameters<
    typeof toRow
  >[0];
}
