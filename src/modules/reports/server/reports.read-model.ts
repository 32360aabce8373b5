// Joins tables of earlier modules: directive (directives), plan.
import { readHistory } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { HomeItem } from '../../../platform/module.ts';
import type { CitedDirective } from '../../directives/index.ts';
import { readPlans } from '../../plan/index.ts';
import { type ReportDetail, reportSigner } from '../reports.contract.ts';
import { readReportContent } from './reports.content.ts';
import { canReport } from './reports.policy.ts';
import { findReport, type ReportRecord } from './reports.repository.ts';

/** The heading of the directive that the plan of a report carries out. */
export function readCitedDirective(db: Database, planId: string): Promise<CitedDirective | undefined> {
  return db
    .selectFrom('plan')
    .innerJoin('directive', 'directive.id', 'plan.directive_id')
    .select(['kind', 'number', 'symbol', 'issued_on as issuedOn', 'issuer', 'subject'])
    .where('plan.id', '=', planId)
    .executeTakeFirst();
}

const pageSize = 50;

export async function readReports(context: Context, page: number) {
  const abilities = { create: canReport(context.actor, 'create', null) };
  if (!canReport(context.actor, 'read', { state: 'draft' })) return { reports: [], total: 0, abilities };
  const { total } = await context.db
    .selectFrom('report')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await context.db
    .selectFrom('report')
    .selectAll()
    .orderBy('period_to', 'desc')
    .orderBy('created_at', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { reports: rows.map(summary), total: Number(total), abilities };
}

export async function readReportDetail(context: Context, id: string): Promise<ReportDetail> {
  const row = await findReport(context.db, id);
  if (!row || !canReport(context.actor, 'read', row)) throw notFound();
  const [plan] = await readPlans(context, row.plan_id);
  const scope = { planId: row.plan_id, from: row.period_from, to: row.period_to, withMatrix: row.with_matrix };
  const signer = reportSigner.safeParse(row.signer);
  return {
    ...summary(row),
    planId: row.plan_id,
    planTitle: plan?.title ?? '',
    version: row.version,
    narrative: row.narrative,
    signer: signer.success ? signer.data : null,
    signedAt: row.signed_at?.toISOString() ?? null,
    withMatrix: row.with_matrix,
    content: row.frozen ?? (await readReportContent(context, scope)),
    abilities: { edit: canReport(context.actor, 'edit', row), sign: canReport(context.actor, 'sign', row) },
    history: await readHistory(context.db, { subjects: [{ kind: 'report', id }], limit: 100 }),
  };
}

function summary(row: ReportRecord) {
  return {
    id: row.id,
    title: row.title,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    state: row.state,
    number: row.document_number,
    symbol: row.symbol,
  };
}

/** Drafts that wait for a signature. */
export async function readReportsToSign(context: Context): Promise<HomeItem[]> {
  if (!canReport(context.actor, 'sign', { state: 'draft' })) return [];
  const rows = await context.db
    .selectFrom('report')
    .select(['id', 'title', 'period_to'])
    .where('state', '=', 'draft')
    .orderBy('period_to')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    group: 'week',
    kind: 'reports.sign',
    title: row.title,
    subtitle: '',
    link: `/reports/${row.id}`,
    dueOn: null,
  }));
}
