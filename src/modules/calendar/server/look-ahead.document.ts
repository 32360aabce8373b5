import type { DocumentBlock, OfficialDocument } from '../../../platform/documents/official-document.ts';
import { blocksFromText } from '../../../platform/documents/text-blocks.ts';
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

const opening =
  'Sở Văn hóa, Thể thao và Du lịch thông báo lịch để các phòng, đơn vị, xã, phường chủ động chuẩn bị nội dung thông tin đối ngoại, như sau:';

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
    body: [paragraph(opening), ...blocksFromText(lookAheadText(input)).body],
    signature: { authority: 'KT.', headPost: 'Giám đốc', post: 'Phó Giám đốc', name: null },
    recipients: ['Lãnh đạo Sở', 'Các phòng, đơn vị thuộc Sở', 'Ủy ban nhân dân các xã, phường', 'Lưu: VT, TTBCXB'],
    draft: true,
    ...(input.isExample && { exampleNotice }),
    metadata: { title: subject, creator: 'Sở Văn hóa, Thể thao và Du lịch' },
  };
}

/** The days ahead as people type a text: parts, tables and a list (platform/documents/text-blocks.ts). */
export function lookAheadText({ dates, clashes }: Pick<LookAhead, 'dates' | 'clashes'>): string {
  const filled = parts
    .map((part) => ({ ...part, dates: dates.filter((date) => part.kinds.includes(date.kind)) }))
    .filter((part) => part.dates.length > 0);
  if (filled.length === 0) return 'Không có sự kiện, ngày kỷ niệm hay thời hạn trong kỳ.';
  const lines = filled.flatMap((part, index) => [`${romanNumbers[index]}. ${part.title}`, ...tableOf(part.dates)]);
  return [...lines, ...clashLines(clashes, filled.length)].join('\n');
}

function tableOf(dates: readonly DateRow[]): string[] {
  return [
    '| TT | Ngày dương lịch | Âm lịch | Nội dung | Đơn vị, địa điểm | Tình trạng |',
    ...dates.map((date, index) => {
      const cells = [
        String(index + 1),
        daysOf(date),
        lunarOf(date),
        titleOf(date),
        whereOf(date),
        stateWords[date.state],
      ];
      return `| ${cells.map((cell) => cell.replace(/[\s|]+/gu, ' ').trim()).join(' | ')} |`;
    }),
  ];
}

function clashLines(clashes: readonly Clash[], before: number): string[] {
  if (clashes.length === 0) return [];
  return [
    `${romanNumbers[before] ?? 'V'}. Những việc trùng nhau cần xem lại`,
    ...clashes.map(
      ({ day, reason, one, other }) =>
        `- Ngày ${shownDay(day)}: ${one.titles.vi ?? ''} và ${other.titles.vi ?? ''} (${clashWords[reason]})`,
    ),
  ];
}

function titleOf({ titles, anniversary }: DateRow): string {
  const title = titles.vi ?? '';
  return anniversary === null ? title : `${title} (${anniversary.years} năm)`;
}

function whereOf({ unitNames, place }: DateRow): string {
  return [unitNames.vi ?? '', place].filter(Boolean).join(', ');
}

function lunarOf({ lunar }: DateRow): string {
  return lunar === null ? '' : `${lunar.day}/${lunar.month}${lunar.isLeap ? ' nhuận' : ''}`;
}

function daysOf({ startsOn, endsOn, startTime }: DateRow): string {
  const days = startsOn === endsOn ? shownDay(startsOn) : `${shownDay(startsOn)} đến ${shownDay(endsOn)}`;
  return startTime === null ? days : `${days}, ${startTime}`;
}

/** 2026-03-05 → 05/3/2026, as the decree writes days and months in running text. */
function shownDay(date: string): string {
  const [year, month = '', day = ''] = date.split('-');
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', runs: [{ text }] };
}
