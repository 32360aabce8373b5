import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { OfficialDocument } from '../../../platform/documents/official-document.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { citeDirective } from '../../directives/index.ts';
import type { ReportContent } from '../reports.contract.ts';
import { drawThemes } from './reports.chart.ts';
import { agencyDefaults } from './reports.defaults.ts';
import { reportToOfficialDocument } from './reports.document.ts';
import type { ReportRow } from './reports.document-input.ts';
import { formatDay } from './reports.document-tables.ts';
import { printMatrix } from './reports.matrix.ts';
import { readCitedDirective, readReportDetail } from './reports.read-model.ts';
import { figureLabels, stateWords } from './reports.words.ts';

/** The printed form: Vietnamese, in the format of Nghị định 30/2020/NĐ-CP. A draft says that it is one. */
export async function downloadReport(
  context: Context,
  input: { id: string; isExample: boolean },
): Promise<BinaryAnswer> {
  const { document, fileName } = await readPrintableReport(context, input);
  // The writer is heavy and seldom needed.
  const { docxMediaType, writeOfficialDocument } = await import(
    '../../../platform/documents/write-official-document.ts'
  );
  return { fileName, contentType: docxMediaType, content: await writeOfficialDocument(document) };
}

export async function readPrintableReport(
  context: Context,
  input: { id: string; isExample: boolean },
): Promise<{ document: OfficialDocument; fileName: string }> {
  const report = await readReportDetail(context, input.id);
  const directive = await readCitedDirective(context.db, report.planId);
  const { signer } = report;
  const { countedTo } = report.content;
  const note = countedTo < report.periodTo ? `Tính đến ${formatDay(countedTo)}` : null;
  const document = reportToOfficialDocument({
    title: report.title,
    periodFrom: report.periodFrom,
    periodTo: report.periodTo,
    scopeName: agencyDefaults.scopeName,
    directiveCitation: directive ? citeDirective(directive) : null,
    agency: {
      parentName: agencyDefaults.parentName,
      name: agencyDefaults.name,
      symbol: agencyDefaults.symbol,
      place: agencyDefaults.place,
    },
    number: report.number,
    date: report.signedAt ? dayInDepartment(new Date(report.signedAt)) : null,
    addressees: agencyDefaults.addressees,
    recipients: agencyDefaults.recipients,
    signature: {
      authority: signer ? signer.authority : 'KT.',
      headPost: signer ? signer.headPost : agencyDefaults.headPost,
      post: signer?.post ?? agencyDefaults.deputyPost,
      name: signer?.name ?? null,
    },
    figures: report.content.figures.map(({ key, value }) => ({
      key,
      value,
      label: figureLabels[key] ?? key,
      note,
    })),
    rows: report.content.rows.map(printRow),
    themes: await drawThemes(report.content.rows),
    matrix: report.content.matrix ? printMatrix(report.content.matrix, countedTo) : null,
    narrative: report.narrative,
    draft: report.state === 'draft',
    example: input.isExample,
  });
  return { document, fileName: `bao-cao-${report.periodFrom}-${report.periodTo}.docx` };
}

function printRow(row: ReportContent['rows'][number]): ReportRow {
  const counted = row.evidence.length === 0 ? '' : `Có ${row.evidence.length} minh chứng được ghi nhận`;
  const done = row.taskCount === 0 ? counted : `Đã hoàn thành ${row.doneCount}/${row.taskCount} nhiệm vụ`;
  return {
    clausePath: row.path,
    clauseTitle: row.title,
    theme: row.theme,
    status: stateWords[row.state] ?? row.state,
    done,
    evidence: row.evidence.map((item) => ({
      label: [item.title, item.channelName, item.figure === null ? null : `số liệu: ${item.figure}`, item.unitName]
        .filter(Boolean)
        .join(', '),
      url: item.url,
      date: item.occurredOn,
      bySystem: item.isBySystem,
    })),
  };
}
