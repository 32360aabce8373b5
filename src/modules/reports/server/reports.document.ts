import type { DocumentBlock, OfficialDocument, TextPiece } from '../../../platform/documents/official-document.ts';
import { matrixAnnex } from './reports.document-annex.ts';
import type { PrintableReport } from './reports.document-input.ts';
import { figuresTable, formatDay, tasksTable, themesChart } from './reports.document-tables.ts';

export type { PrintableReport } from './reports.document-input.ts';

const exampleNotice = 'Văn bản ví dụ với số liệu minh họa, không có giá trị hành chính';
const toBeFilledIn = '……………………………………………………… (đơn vị bổ sung)';
const romanNumbers = ['I', 'II', 'III', 'IV'];

type Part = { title: string; blocks: DocumentBlock[] };
type Section = { title: string; opening: DocumentBlock[]; parts: Part[] };

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', runs: [{ text }] };
}

/** What a person typed: a line is a paragraph, lines that begin with a dash make a list. */
function typedBlocks(text: string): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let items: TextPiece[][] = [];
  const closeList = () => {
    if (items.length > 0) blocks.push({ kind: 'dash-list', items });
    items = [];
  };
  for (const line of text.split(/\r?\n/).map((part) => part.trim())) {
    const item = /^[-–•]\s*(.+)$/u.exec(line)?.[1];
    if (item) items.push([{ text: item }]);
    else if (line !== '') {
      closeList();
      blocks.push(paragraph(line));
    }
  }
  closeList();
  return blocks;
}

/** An empty narrative part is a place to fill in while the report is a draft, and is left out of the final one. */
function narrativeBlocks(text: string, isDraft: boolean): DocumentBlock[] {
  const blocks = typedBlocks(text);
  return blocks.length === 0 && isDraft ? [paragraph(toBeFilledIn)] : blocks;
}

function opening(report: PrintableReport): DocumentBlock {
  const { agency, directiveCitation, periodFrom, periodTo, scopeName } = report;
  const period = `từ ngày ${formatDay(periodFrom)} đến ngày ${formatDay(periodTo)}`;
  const basis = directiveCitation ? `Thực hiện ${directiveCitation}, ` : '';
  return paragraph(`${basis}${agency.name} báo cáo kết quả thực hiện ${period} (phạm vi: ${scopeName}) như sau:`);
}

function sections(report: PrintableReport): Section[] {
  const { draft, figures, narrative, rows } = report;
  const told = (text: string) => narrativeBlocks(text, draft);
  return [
    {
      title: 'Kết quả thực hiện',
      opening: told(narrative.situation),
      parts: [
        {
          title: 'Số liệu',
          blocks: figures.length > 0 ? [figuresTable(figures)] : [paragraph('Không có số liệu trong kỳ báo cáo.')],
        },
        { title: 'Biểu đồ theo chủ đề', blocks: report.themes.length > 0 ? [themesChart(report.themes)] : [] },
        {
          title: 'Nhiệm vụ, việc đã làm và minh chứng',
          blocks: rows.length > 0 ? [tasksTable(rows)] : [paragraph('Không có nhiệm vụ trong phạm vi báo cáo.')],
        },
        { title: 'Đánh giá kết quả', blocks: told(narrative.results) },
      ],
    },
    {
      title: 'Tồn tại, hạn chế và nguyên nhân',
      opening: [],
      parts: [
        { title: 'Tồn tại, hạn chế', blocks: told(narrative.shortcomings) },
        { title: 'Nguyên nhân', blocks: told(narrative.causes) },
      ],
    },
    { title: 'Phương hướng, nhiệm vụ', opening: told(narrative.directions), parts: [] },
    { title: 'Kiến nghị, đề xuất', opening: told(narrative.recommendations), parts: [] },
  ];
}

function sectionBlocks(section: Section, label: string): DocumentBlock[] {
  const parts = section.parts.filter((part) => part.blocks.length > 0);
  return [
    { kind: 'heading', level: 1, label, text: section.title },
    ...section.opening,
    ...parts.flatMap((part, index): DocumentBlock[] => [
      { kind: 'heading', level: 2, label: `${index + 1}.`, text: part.title },
      ...part.blocks,
    ]),
  ];
}

function bodyOf(report: PrintableReport): DocumentBlock[] {
  const told = sections(report).filter(
    (section) => section.opening.length > 0 || section.parts.some((part) => part.blocks.length > 0),
  );
  return [opening(report), ...told.flatMap((section, index) => sectionBlocks(section, `${romanNumbers[index]}.`))];
}

/** Lays a report out as a "báo cáo" of Nghị định 30/2020. Pure: the same report always gives the same document. */
export function reportToOfficialDocument(report: PrintableReport): OfficialDocument {
  const { agency } = report;
  return {
    language: 'vi',
    ...(agency.parentName && { parentAgency: agency.parentName }),
    agency: agency.name,
    numberAndSymbol: { number: report.number, symbol: `BC-${agency.symbol}` },
    place: agency.place,
    date: report.date,
    yearWhenUndated: Number(report.periodTo.slice(0, 4)),
    kindName: 'BÁO CÁO',
    subject: report.title,
    addressees: report.addressees,
    body: bodyOf(report),
    signature: report.signature,
    recipients: report.recipients,
    ...(report.matrix && { annexes: [matrixAnnex(report.matrix)] }),
    draft: report.draft,
    ...(report.example && { exampleNotice }),
    metadata: { title: report.title, creator: agency.name },
  };
}
