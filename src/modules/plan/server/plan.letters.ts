import { dayInLetter } from './plan.letter-words.ts';

export interface LetterBase {
  /** The directive as a document cites it the first time. */
  readonly citation: string;
  readonly addressees: readonly string[];
  /** Only own units are addressed: then the department orders, elsewhere it requests (giao, đề nghị). */
  readonly isInside: boolean;
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
/** The template of the register that a letter is written from (data/document-templates.json), and what goes into its fields. */
export interface LetterDraft {
  readonly templateId: 'de-nghi-thuc-hien' | 'giao-thuc-hien' | 'don-doc-nhiem-vu' | 'don-doc-noi-bo';
  readonly values: Readonly<Record<string, string>>;
}

const dayOr = (day: string | null, otherwise: string) => (day === null ? otherwise : dayInLetter(day));

/** Pure: the letter that requests, with the list of what is requested. */
export function requestLetter(
  input: LetterBase & { subject: string; message: string; rows: readonly RequestedRow[] },
): LetterDraft {
  const lines = input.rows.map((row, index) =>
    tableLine([String(index + 1), row.text, row.expected, dayOr(row.dueOn, 'Thường xuyên')]),
  );
  return {
    templateId: input.isInside ? 'giao-thuc-hien' : 'de-nghi-thuc-hien',
    values: {
      ...common(input),
      viec: workInWords(input.subject),
      noi_dung: [tableLine(['TT', 'Nội dung', 'Kết quả cần có', 'Thời hạn']), ...lines].join('\n'),
      loi_nhan: input.message.trim(),
    },
  };
}

/** Pure: the letter that urges (đôn đốc), with what is open, unit by unit where there are several. */
export function followUpLetter(
  input: LetterBase & { today: string; units: readonly { name: string; rows: readonly OpenRow[] }[] },
): LetterDraft {
  const lines = input.units.flatMap((unit) => [
    ...(input.units.length > 1 ? [tableLine([unit.name])] : []),
    ...unit.rows.map((row, index) =>
      tableLine([String(index + 1), row.text, dayOr(row.dueOn, 'Thường xuyên'), row.status]),
    ),
  ]);
  return {
    templateId: input.isInside ? 'don-doc-noi-bo' : 'don-doc-nhiem-vu',
    values: {
      ...common(input),
      noi_dung: [tableLine(['TT', 'Nội dung', 'Thời hạn', 'Tình trạng']), ...lines].join('\n'),
      den_ngay: input.today,
    },
  };
}

function common({ addressees, citation }: LetterBase): Record<string, string> {
  const [only] = addressees;
  return {
    noi_nhan: addressees.join('\n'),
    can_cu: citation,
    don_vi: addressees.length === 1 && only ? only : 'các cơ quan, đơn vị',
  };
}

/** A row as people type it into a text; a bar inside a cell would begin another. */
function tableLine(cells: readonly string[]): string {
  return `| ${cells
    .map((cell) =>
      cell
        .replace(/\s*\|\s*/gu, '/')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .join(' | ')} |`;
}

/** What is asked, after "đề nghị": a name of work needs a verb before it, "tuyên truyền …" is one. */
function workInWords(subject: string): string {
  const words = subject.charAt(0).toLocaleLowerCase('vi') + subject.slice(1);
  return /^(công tác|nhiệm vụ|kế hoạch|chương trình|chiến dịch|hoạt động)\s/u.test(words)
    ? `thực hiện ${words}`
    : words;
}
