import type { DocumentBlock, OfficialDocument, TableBlockRow } from '../../../platform/documents/official-document.ts';
import { issuingAgency } from '../../organisation/index.ts';
import { dayInLetter } from './plan.letter-words.ts';

export interface LetterBase {
  /** The directive as a document cites it the first time. */
  readonly citation: string;
  readonly addressees: readonly string[];
  /** Only own units are addressed: then the department orders, elsewhere it requests (giao, đề nghị). */
  readonly isInside: boolean;
  readonly year: number;
  readonly isExample: boolean;
}
export interface RequestedRow {
  readonly text: string;
  readonly expected: string;
  readonly dueOn: string | null;
}
export interface OpenRow {
  readonly text: string;
  readonly dueOn: string | null;
  readonly status: string;
}

const exampleNotice = 'Văn bản ví dụ với số liệu minh họa, không có giá trị hành chính';
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', runs: [{ text }] });
const dayOr = (day: string | null, otherwise: string) => (day === null ? otherwise : dayInLetter(day));

/** Pure: the letter that requests, with the list of what is requested. */
export function requestLetter(
  input: LetterBase & { subject: string; message: string; rows: readonly RequestedRow[] },
): OfficialDocument {
  const verb = input.isInside ? 'giao' : 'đề nghị';
  const whom = wordsForAddressees(input.addressees);
  return letter(input, `${verb} ${lowerFirst(input.subject)}`, [
    paragraph(
      `Thực hiện ${input.citation}, ${issuingAgency.name} ${verb} ${whom} ${input.isInside ? '' : 'phối hợp, chỉ đạo '}thực hiện các nội dung sau:`,
    ),
    {
      kind: 'table',
      header: ['TT', 'Nội dung', 'Kết quả cần có', 'Thời hạn'],
      columnWidths: [11, 78, 48, 28],
      alignments: ['center', 'left', 'left', 'center'],
      rows: input.rows.map((row, index) => ({
        kind: 'cells',
        cells: [String(index + 1), row.text, row.expected, dayOr(row.dueOn, '')],
      })),
    },
    ...input.message.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())])),
    paragraph(
      `Kết quả và minh chứng đề nghị gửi trên phần mềm Lan Tỏa${input.rows.some((row) => row.dueOn !== null) ? ' trước thời hạn nêu trên' : ''}.${input.isInside ? '' : ' Trường hợp không thực hiện được nội dung nào, đề nghị nêu rõ lý do.'} Vướng mắc trong quá trình thực hiện, đề nghị phản hồi về ${issuingAgency.name} (qua ${issuingAgency.draftingUnitName}) để phối hợp giải quyết.`,
    ),
    paragraph(closing(input.isInside, whom)),
  ]);
}

/** Pure: the letter that urges (đôn đốc), with what is open, unit by unit where there are several. */
export function followUpLetter(
  input: LetterBase & { today: string; units: readonly { name: string; rows: readonly OpenRow[] }[] },
): OfficialDocument {
  const whom = wordsForAddressees(input.addressees);
  const rows = input.units.flatMap((unit): TableBlockRow[] => [
    ...(input.units.length > 1 ? [{ kind: 'group' as const, title: unit.name }] : []),
    ...unit.rows.map((row, index) => ({
      kind: 'cells' as const,
      cells: [String(index + 1), row.text, dayOr(row.dueOn, 'Thường xuyên'), row.status],
    })),
  ]);
  return letter(input, 'đôn đốc thực hiện nhiệm vụ thông tin đối ngoại', [
    paragraph(
      `Thực hiện ${input.citation}, ${issuingAgency.name} đã ${input.isInside ? 'giao' : 'đề nghị'} các cơ quan, đơn vị thực hiện nhiệm vụ thông tin đối ngoại. Qua theo dõi đến ngày ${dayInLetter(input.today)}, còn các nội dung sau chưa hoàn thành:`,
    ),
    {
      kind: 'table',
      header: ['TT', 'Nội dung', 'Thời hạn', 'Tình trạng'],
      columnWidths: [11, 80, 28, 46],
      alignments: ['center', 'left', 'center', 'left'],
      rows,
    },
    paragraph(
      `${issuingAgency.name} ${input.isInside ? 'yêu cầu' : 'đề nghị'} ${whom} khẩn trương thực hiện các nội dung nêu trên và cập nhật kết quả, minh chứng trên phần mềm Lan Tỏa; nội dung đã làm nhưng chưa có minh chứng, đề nghị bổ sung. Vướng mắc, đề nghị phản hồi về Sở (qua ${issuingAgency.draftingUnitName}) để phối hợp giải quyết.`,
    ),
    paragraph(closing(input.isInside, whom)),
  ]);
}

function letter(input: LetterBase, subject: string, body: readonly DocumentBlock[]): OfficialDocument {
  return {
    language: 'vi',
    parentAgency: issuingAgency.parentName,
    agency: issuingAgency.name,
    // The symbol of a letter is agency-unit, without a kind (annex III).
    numberAndSymbol: { number: null, symbol: `${issuingAgency.symbol}-${issuingAgency.draftingSymbol}` },
    place: issuingAgency.place,
    date: null,
    yearWhenUndated: input.year,
    kindName: null,
    subject,
    addressees: input.addressees,
    body,
    signature: { authority: 'KT.', headPost: issuingAgency.headPost, post: issuingAgency.deputyPost, name: null },
    recipients: ['Như trên', 'Lãnh đạo Sở (b/c)', `Lưu: VT, ${issuingAgency.draftingSymbol}`],
    exampleNotice: input.isExample ? exampleNotice : undefined,
    metadata: { title: `V/v ${subject}`, creator: 'Lan Tỏa' },
  };
}

function closing(isInside: boolean, whom: string): string {
  return isInside
    ? `${issuingAgency.name} yêu cầu ${whom} nghiêm túc triển khai thực hiện.`
    : `${issuingAgency.name} trân trọng đề nghị ${whom} quan tâm, phối hợp thực hiện.`;
}

function wordsForAddressees(addressees: readonly string[]): string {
  return addressees.length === 1 ? (addressees[0] ?? '') : 'các cơ quan, đơn vị';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
