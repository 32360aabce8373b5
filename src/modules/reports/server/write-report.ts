import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { readPlans } from '../../plan/index.ts';
import { keepOutgoingFile, registerOutgoing } from '../../registry/index.ts';
import type { ReportNarrativeText, ReportSigner } from '../reports.contract.ts';
import { readPrintableReport } from './download-report.ts';
import { readReportContent } from './reports.content.ts';
import { agencyDefaults } from './reports.defaults.ts';
import { alreadySigned, periodReversed } from './reports.errors.ts';
import { canReport, type ReportAction } from './reports.policy.ts';
import {
  insertReport,
  lockReport,
  markSigned,
  type ReportRecord,
  updateAnnexes,
  updateReport,
} from './reports.repository.ts';
import { figureLabels } from './reports.words.ts';

const emptyNarrative: ReportNarrativeText = {
  situation: '',
  results: '',
  shortcomings: '',
  causes: '',
  directions: '',
  recommendations: '',
};

/** Starts a report of the department. */
export async function createReport(
  context: Context,
  input: { id?: string | undefined; planId: string; title: string; periodFrom: string; periodTo: string },
): Promise<string> {
  if (!canReport(context.actor, 'create', null)) throw notPermitted();
  if (input.periodFrom > input.periodTo) throw periodReversed();
  return inTransaction(context, async (inside) => {
    const [plan] = await readPlans(inside, input.planId);
    if (!plan) throw notFound();
    const at = inside.clock.now();
    const id = input.id ?? newId(at.getTime());
    const { title, planId, periodFrom, periodTo } = input;
    const isNew = await insertReport(inside.db, {
      id,
      title,
      planId,
      periodFrom,
      periodTo,
      unitId: agencyDefaults.unitId,
      symbol: agencyDefaults.reportSymbol,
      createdBy: inside.actor.personId,
      at,
      narrative: emptyNarrative,
    });
    const after = { title, plan: plan.title, periodFrom, periodTo };
    if (isNew) await recordAudit(inside, { subjectKind: 'report', subjectId: id, action: 'create', after });
    return id;
  });
}

export async function saveNarrative(
  context: Context,
  input: { id: string; version: number; title: string; narrative: ReportNarrativeText },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const report = await lockForChange(inside, input, 'edit');
    const { title, narrative } = input;
    await updateReport(inside.db, input.id, { version: report.version + 1, title, narrative });
    // Each part is a field of its own: the history then shows the words that changed and nothing else.
    const before = { title: report.title, ...report.narrative };
    await recordAudit(inside, {
      subjectKind: 'report',
      subjectId: input.id,
      action: 'edit',
      before,
      after: { title, ...narrative },
    });
  });
}

/** Whether the coverage matrix goes with the report; a change of what the leader will sign, so the version moves on. */
export async function chooseAnnexes(
  context: Context,
  input: { id: string; version: number; withMatrix: boolean },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const report = await lockForChange(inside, input, 'edit');
    const { withMatrix } = input;
    await updateAnnexes(inside.db, input.id, { version: report.version + 1, withMatrix });
    await recordAudit(inside, {
      subjectKind: 'report',
      subjectId: input.id,
      action: 'choose_annexes',
      before: { withMatrix: report.with_matrix },
      after: { withMatrix },
    });
  });
}

/** Signs: the report takes its number from the register, and keeps the figures that it was signed with, whatever happens to the plan afterwards. */
export async function signReport(
  context: Context,
  input: { id: string; version: number; signer: ReportSigner; files: FileStore; isExample: boolean },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const report = await lockForChange(inside, input, 'sign');
    const scope = {
      planId: report.plan_id,
      from: report.period_from,
      to: report.period_to,
      withMatrix: report.with_matrix,
    };
    const frozen = await readReportContent(inside, scope);
    const { signer } = input;
    const at = inside.clock.now();
    const { id: documentId, number } = await registerOutgoing(inside, {
      unitId: report.unit_id,
      kind: 'BC',
      symbol: report.symbol,
      agency: agencyDefaults.name,
      subject: report.title,
      signer,
      to: agencyDefaults.addressees,
      words: Object.values(report.narrative).join('\n'),
      source: { kind: 'report', id: report.id },
    });
    await markSigned(inside.db, input.id, {
      version: report.version + 1,
      number,
      signer,
      frozen,
      signedBy: inside.actor.personId,
      at,
    });
    const { isExample, files } = input;
    const { document } = await readPrintableReport(inside, { id: input.id, isExample });
    await keepOutgoingFile(inside, { documentId, document, files });
    const figures = frozen.figures.map(({ key, value }) => `${figureLabels[key] ?? key}: ${value}`).join('; ');
    const after = { number, ...signer, countedTo: frozen.countedTo, figures };
    await recordAudit(inside, { subjectKind: 'report', subjectId: input.id, action: 'sign', after });
  });
}

async function lockForChange(
  context: Context,
  input: { id: string; version: number },
  action: ReportAction,
): Promise<ReportRecord> {
  const report = await lockReport(context.db, input.id);
  if (!report || !canReport(context.actor, 'read', report)) throw notFound();
  if (report.state === 'signed') throw alreadySigned();
  if (!canReport(context.actor, action, report)) throw notPermitted();
  if (report.version !== input.version) throw versionConflict({ current: report.version });
  return report;
}
