import type { Database } from '../../../platform/database/tables.ts';
import { readStoriesForReport } from '../../newsroom/index.ts';
import { readCoverageForReport } from '../../plan/index.ts';
import type { ReportContent } from '../reports.contract.ts';

/** Figures and rows of a plan in a period, each figure from one query; the desk and the document name them by `key`. */
export async function readReportContent(
  db: Database,
  scope: { planId: string; from: string; to: string },
): Promise<ReportContent> {
  const { rows, figures } = await readCoverageForReport(db, scope);
  const stories = await readStoriesForReport(db, { from: scope.from, to: scope.to });
  const published = (language?: string) =>
    stories.filter((row) => !language || row.language === language).reduce((sum, row) => sum + row.published, 0);
  const withdrawn = stories.reduce((sum, row) => sum + row.withdrawn, 0);
  const languages = new Set(stories.map((row) => row.language)).size;
  return {
    figures: [
      { key: 'clauses', value: figures.clauses },
      { key: 'clausesWithEvidence', value: figures.clausesWithEvidence },
      { key: 'tasks', value: figures.tasks },
      { key: 'tasksDone', value: figures.tasksDone },
      { key: 'tasksLate', value: figures.tasksLate },
      { key: 'evidence', value: figures.evidence },
      { key: 'evidenceBySystem', value: figures.evidenceBySystem },
      { key: 'unitsWithEvidence', value: figures.unitsWithEvidence },
      { key: 'editionsPublished', value: published() },
      { key: 'editionsVietnamese', value: published('vi') },
      { key: 'editionsForeign', value: published() - published('vi') },
      { key: 'languages', value: languages },
      { key: 'editionsWithdrawn', value: withdrawn },
    ],
    rows: rows.map(({ text: _text, nature: _nature, ...row }) => ({ ...row, evidence: [...row.evidence] })),
  };
}
