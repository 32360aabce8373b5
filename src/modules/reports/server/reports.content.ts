import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { readStoriesForReport } from '../../newsroom/index.ts';
import { readCoverageForReport, readMatrixForReport } from '../../plan/index.ts';
import { type ReportContent, reportMatrix } from '../reports.contract.ts';
import { figureQuery } from './reports.figure-queries.ts';

/** Figures and rows of a plan in a period, each figure with its query; the desk and the document name them by `key`. */
export async function readReportContent(
  context: Context,
  period: { planId: string; from: string; to: string; withMatrix: boolean },
): Promise<ReportContent> {
  // A period that still runs is counted to today: a task due next month is not late now.
  const today = dayInDepartment(context.clock.now());
  const isOver = period.to < today;
  const scope = { planId: period.planId, from: period.from, to: isOver ? period.to : today };
  const { rows, figures } = await readCoverageForReport(context.db, scope);
  const stories = await readStoriesForReport(context.db, { from: scope.from, to: scope.to });
  const published = (language?: string) =>
    stories.filter((row) => !language || row.language === language).reduce((sum, row) => sum + row.published, 0);
  const values = {
    clauses: figures.clauses,
    clausesWithEvidence: figures.clausesWithEvidence,
    tasks: figures.tasks,
    tasksDone: figures.tasksDone,
    tasksLate: figures.tasksLate,
    evidence: figures.evidence,
    evidenceBySystem: figures.evidenceBySystem,
    unitsWithEvidence: figures.unitsWithEvidence,
    editionsPublished: published(),
    editionsVietnamese: published('vi'),
    editionsForeign: published() - published('vi'),
    languages: new Set(stories.map((row) => row.language)).size,
    editionsWithdrawn: stories.reduce((sum, row) => sum + row.withdrawn, 0),
  };
  return {
    countedTo: scope.to,
    figures: Object.entries(values).map(([key, value]) => ({ key, value, query: figureQuery(key, scope) })),
    rows: rows.map(({ text: _text, nature: _nature, ...row }) => ({ ...row, evidence: [...row.evidence] })),
    matrix: period.withMatrix ? reportMatrix.parse(await readMatrixForReport(context, scope)) : null,
  };
}
