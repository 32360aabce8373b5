import type { DocumentBlock, OfficialDocument, TableBlockRow } from '../../../platform/documents/official-document.ts';
import type { Clash, DateRow } from '../calendar.shapes.contract.ts';

const exampleNotice = 'Văn bản ví dụ với số liệu minh họa, không có giá trị hành chính';

/** Words of the printed form, which is Vietnamese whoever prints it. */
const stateWords: Readonly<Record<DateRow['state'], string>> = {
  rumoured: 'Chưa chắc chắn',
  planned: 'Dự kiến',
  confirmed: 'Đã xác nhận',
  postponed: 'Hoãn',
  cancelled: 'Hủy',
  held: 'Đã diễn ra',
};
const parts: readonly { title: string; kinds: readonly DateRow['kind'][] }[] = [
  { title: 'Sự kiện, lễ hội', kinds: ['event', 'festival'] },
  { title: 'Ngày nghỉ lễ, ngày kỷ niệm, ngày truyền thống', kinds: ['holiday', 'observance', 'province'] },
  { title: 'Ngày kỷ niệm quan hệ đối ngoại', kinds: ['diplomacy'] },
  { title: 'Thời hạn phải thực hiện', kinds: ['clock'] },
];
const romanNumbers = ['I', 'II', 'III', 'IV', 'V'];
const clashWords: Readonly<Record<Clash['reason'], string>> = {
  place: 'trùng địa điểm',
  audience: 'trùng đối tượng',
  major: 'hai tin lớn trong một ngày',
};

export interface LookAhead {
  readonly from: string;
  readonly to: string;
  readonly dates: readonly DateRow[];
  readonly clashes: readonly Clash[];
  readonly isExample: boolean;
}

/** The days ahead as a "thông báo" of Nghị định 30/2020. Pure: the same days always give the same document. */
export function lookAheadDocument(input: LookAhead): OfficialDocument {
  const { from, to } = input;
  const subject = `Lịch sự kiện, ngày kỷ niệm và thời hạn từ ngày ${shownDay(from)} đến ngày ${shownDay(to)}`;
  return {
    language: 'vi',
    parentAgency: 'Ủy ban nhân dân tỉnh Lai Châu',
    agency: 'Sở Văn hóa, Thể thao và Du lịch',
    numberAndSymbol: { number: null, symbol: 'TB-SVHTTDL' },
    place: 'Lai Châu',
    date: null,
    yearWhenUndated: Number(from.slice(0, 4)),
    kindName: 'THÔNG BÁO',
    subject,
    body: bodyOf(input),
    signature: { authority: 'KT.', headPost: 'Giám đốc', post: 'Phó Giám đốc', name: null },
    recipients: ['Lãnh đạo Sở', 'Các phòng, đơn vị thuộc Sở', 'Ủy ban nhân dân các xã, phường', 'Lưu: VT, TTBCXB'],
    draft: true,
    ...(input.isExample && { exampleNotice }),
    metadata: { title: subject, creator: 'Sở Văn hóa, Thể thao và Du lịch' },
  };
}

function bodyOf({ dates, clashes }: LookAhead): DocumentBlock[] {
  const opening = paragraph(
    'Sở Văn hóa, Thể thao và Du lịch thông báo lịch để các phòng, đơn vị, xã, phường chủ động chuẩn bị nội dung thông tin đối ngoại, như sau:',
  );
  const filled = parts
    .map((part) => ({ ...part, dates: dates.filter((date) => part.kinds.includes(date.kind)) }))
    .filter((part) => part.dates.length > 0);
  if (filled.length === 0) return [opening, paragraph('Không có sự kiện, ngày kỷ niệm hay thời hạn trong kỳ.')];
  const blocks = filled.flatMap((part, index): DocumentBlock[] => [
    { kind: 'heading', level: 1, label: `${romanNumbers[index]}.`, text: part.title },
    tableOf(part.dates),
  ]);
  return [opening, ...blocks, ...clashBlocks(clashes, filled.length)];
}

function tableOf(dates: readonly DateRow[]): DocumentBlock {
  return {
    kind: 'table',
    header: ['TT', 'Ngày dương lịch', 'Âm lịch', 'Nội dung', 'Đơn vị, địa điểm', 'Tình trạng'],
    columnWidths: [10, 28, 18, 62, 46, 22],
    alignments: ['center', 'center', 'center', 'left', 'left', 'left'],
    rows: dates.map(
      (date, index): TableBlockRow => ({
        kind: 'cells',
        cells: [String(index + 1), daysOf(date), lunarOf(date), titleOf(date), whereOf(date), stateWords[date.state]],
      }),
    ),
  };
}

function clashBlocks(clashes: readonly Clash[], before: number): DocumentBlock[] {
  if (clashes.length === 0) return [];
  const items = clashes.map(({ day, reason, one, other }) => [
    { text: `Ngày ${shownDay(day)}: ${one.titles.vi ?? ''} và ${other.titles.vi ?? ''} (${clashWords[reason]})` },
  ]);
  return [
    { kind: 'heading', level: 1, label: `${romanNumbers[before] ?? 'V'}.`, text: 'Những việc trùng nhau cần xem lại' },
    { kind: 'dash-list', items },
  ];
}

function titleOf({ titles, anniversary }: DateRow): string {
  const title = titles.vi ?? '';
  return anniversary === null ? title : `${title} (${anniversary.years} năm)`;
}

function whereOf({ unitNames, place }: DateRow): string {
  return [unitNames.vi ?? '', place].filter(Boolean).join('\n');
}

function lunarOf({ lunar }: DateRow): string {
  return lunar === null ? '' : `${lunar.day}/${lunar.month}${lunar.isLeap ? ' nhuận' : ''}`;
}

function daysOf({ startsOn, endsOn, startTime }: DateRow): string {
  const days = startsOn === endsOn ? shownDay(startsOn) : `${shownDay(startsOn)} đến ${shownDay(endsOn)}`;
  return startTime === null ? days : `${days}\n${startTime}`;
}

/** 2026-03-05 → 05/3/2026, as the decree writes days and months in running text. */
function shownDay(date: string): string {
  const [year, month = '', day = ''] = date.split('-');
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', runs: [{ text }] };
}
