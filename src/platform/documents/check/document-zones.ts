import spec from '../../../../data/nd30-spec.json' with { type: 'json' };
import type { CheckedDocument, CheckedParagraph } from './docx-model.ts';

/** Which paragraph is which component of annex I; what was not found is empty. */
export interface DocumentZones {
  readonly form: 'state' | 'party';
  readonly isLetter: boolean;
  readonly title: CheckedParagraph | undefined;
  readonly motto: CheckedParagraph | undefined;
  readonly agencies: readonly CheckedParagraph[];
  readonly number: CheckedParagraph | undefined;
  readonly date: CheckedParagraph | undefined;
  readonly letterSubject: readonly CheckedParagraph[];
  readonly kind: CheckedParagraph | undefined;
  readonly subject: readonly CheckedParagraph[];
  /** "Kính gửi:" and, below it, the list of addressees. */
  readonly addressees: readonly CheckedParagraph[];
  readonly bases: readonly CheckedParagraph[];
  /** Running text without tables, up to the signature. */
  readonly body: readonly CheckedParagraph[];
  readonly recipientsLabel: CheckedParagraph | undefined;
  readonly recipients: readonly CheckedParagraph[];
  readonly authority: readonly CheckedParagraph[];
  readonly signerName: CheckedParagraph | undefined;
  readonly annexLabels: readonly CheckedParagraph[];
  /** Running text of the annexes, without tables. */
  readonly annexBody: readonly CheckedParagraph[];
}

export const documentKinds: ReadonlyMap<string, string | null> = new Map(
  spec.documentTypes.map(({ code, name }) => [upper(name.replace(/ \(.*\)$/, '')), code]),
);

export function upper(text: string): string {
  return text.normalize('NFC').trim().toLocaleUpperCase('vi');
}

/** Without accents and case, for finding a component that may be misspelt. */
export function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const headAtMost = 45;
const authorityMark = /^(TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L)\s*[./]/u;

export function findZones({ paragraphs }: CheckedDocument): DocumentZones {
  const written = paragraphs.filter(({ text }) => text.trim() !== '');
  const head = written.slice(0, headAtMost);
  const title = head.find(({ text }) => /^cong hoa xa hoi chu nghia|^dang cong san viet nam$/.test(bare(text)));
  const form = title && bare(title.text).startsWith('dang') ? 'party' : 'state';
  const motto = head.find(({ text }) => /^doc lap\s*[-–—]?\s*tu do/.test(bare(text)));
  const number = head.find(({ text }) => /^so\s*:?\s*[\d….\s]*\s*[/-]/.test(bare(text)));
  const date = head.find(({ text }) => /ngay\s*[\d….\s]*thang\s*[\d….\s]*nam/.test(bare(text)) && text.length < 80);
  const recipientsLabel = written.find(({ text }) => /^noi nhan\s*:?/.test(bare(text)));
  const endOfText = recipientsLabel?.index ?? Number.POSITIVE_INFINITY;
  const kind = head.find(({ index, text }) => index < endOfText && documentKinds.has(upper(text)) && text !== '');
  const greeting = head.find(({ index, text }) => index < endOfText && /^kinh gui\s*:?/.test(bare(text)));
  const letterSubject = partsOfLetterSubject(head);
  const headEnd = Math.max(
    ...[title, motto, number, date, kind, letterSubject.at(-1)].map((one) => one?.index ?? -1),
    -1,
  );
  const subject = kind ? subjectAfter(written, kind, endOfText) : [];
  const annexLabels = written.filter(
    ({ index, text, cell }) => index > endOfText && cell === null && /^phu luc(\s+[ivxl\d]+)?$/.test(bare(text)),
  );
  const firstAnnex = annexLabels[0]?.index ?? Number.POSITIVE_INFINITY;
  const bodyStart = Math.max(headEnd, subject.at(-1)?.index ?? -1);
  const between = written.filter(
    ({ index, cell }) => index > bodyStart && index < endOfText && (cell === null || index <= bodyStart),
  );
  const addressees = greeting ? addresseesFrom(between, greeting) : [];
  const rest = between.filter((one) => !addressees.includes(one));
  const lastBasis = rest.findLastIndex((one, place) => place < 15 && isBasis(one));
  const bases = lastBasis < 0 ? [] : rest.slice(0, lastBasis + 1).filter(isBasis);
  const { recipients, signature } = footOf(written, recipientsLabel, firstAnnex);
  const authority = signature.filter(({ text }, place) => place < 3 && upper(text) === text.trim());
  return {
    form,
    isLetter: kind === undefined && letterSubject.length > 0,
    title,
    motto,
    agencies: agenciesOf(head, { title, motto, number, kind }),
    number,
    date,
    letterSubject,
    kind,
    subject,
    addressees,
    bases,
    body: rest.filter((one) => !bases.includes(one) && !authorityMark.test(one.text)),
    recipientsLabel,
    recipients,
    authority,
    signerName:
      signature.at(-1) && !authority.includes(signature.at(-1) as CheckedParagraph) ? signature.at(-1) : undefined,
    annexLabels,
    annexBody: written.filter(
      ({ index, cell }) => index > firstAnnex && cell === null && !annexLabels.some((label) => label.index === index),
    ),
  };
}

function isBasis({ text }: CheckedParagraph): boolean {
  return /^(can cu|theo de nghi|xet de nghi)\b/.test(bare(text)) && /[;,.]?\s*$/.test(text);
}

function partsOfLetterSubject(head: readonly CheckedParagraph[]): CheckedParagraph[] {
  const start = head.findIndex(({ text }) => /^v\/?\s*v\b/.test(bare(text)));
  const first = head[start];
  if (!first) return [];
  const following = head.slice(start + 1);
  const end = following.findIndex(
    ({ cell, text }) =>
      first.cell === null ||
      cell?.table !== first.cell.table ||
      cell.row !== first.cell.row ||
      cell.column !== first.cell.column ||
      upper(text) === text.trim(),
  );
  return [first, ...(end < 0 ? following : following.slice(0, end))];
}

/** The bold centred lines under the kind. */
function subjectAfter(written: readonly CheckedParagraph[], kind: CheckedParagraph, end: number): CheckedParagraph[] {
  const after = written.filter(({ index }) => index > kind.index && index < end).slice(0, 8);
  const stop = after.findIndex(
    ({ format, text, runs }) =>
      format.alignment !== 'center' ||
      /^kinh gui/.test(bare(text)) ||
      !runs.every((run) => run.format.bold || run.text.trim() === ''),
  );
  if (stop === 0 && after[0]?.format.alignment === 'center' && !/^kinh gui/.test(bare(after[0].text)))
    return [after[0]];
  return stop < 0 ? after : after.slice(0, stop);
}

function addresseesFrom(between: readonly CheckedParagraph[], greeting: CheckedParagraph): CheckedParagraph[] {
  const rest = between.filter(({ index }) => index > greeting.index);
  const isAlone = /^kinh gui\s*:?$/.test(bare(greeting.text));
  if (!isAlone) {
    const more = rest.findIndex(({ text }) => !/^\s*[-–]/.test(text));
    return [greeting, ...(more < 0 ? rest : rest.slice(0, more))];
  }
  const end = rest.findIndex(({ text }, place) => !/^\s*[-–]/.test(text) && place > 0);
  return [greeting, ...(end < 0 ? rest.slice(0, 1) : rest.slice(0, end))];
}

function agenciesOf(
  head: readonly CheckedParagraph[],
  { title, motto, number, kind }: Partial<Record<'title' | 'motto' | 'number' | 'kind', CheckedParagraph | undefined>>,
): CheckedParagraph[] {
  const cell = title?.cell;
  if (cell)
    return head.filter(
      (one) =>
        one.cell?.table === cell.table &&
        one.cell.row === cell.row &&
        one.cell.column < cell.column &&
        one !== number &&
        one.text.trim() !== '*' &&
        !/^v\/?\s*v\b/.test(bare(one.text)),
    );
  const end = Math.min(number?.index ?? kind?.index ?? 0, kind?.index ?? Number.POSITIVE_INFINITY);
  return head
    .filter(({ index, text }) => index < end && upper(text) === text.trim())
    .filter((one) => one !== title && one !== motto);
}

function footOf(written: readonly CheckedParagraph[], label: CheckedParagraph | undefined, end: number) {
  const after = written.filter(({ index }) => index > (label?.index ?? Number.POSITIVE_INFINITY) && index < end);
  const cell = label?.cell;
  if (cell) {
    const sameRow = after.filter((one) => one.cell?.table === cell.table);
    const recipients = sameRow.filter((one) => one.cell?.column === cell.column);
    return { recipients, signature: sameRow.filter((one) => one.cell?.column !== cell.column) };
  }
  const recipients = after.filter(({ text }) => /^\s*[-–]/.test(text));
  return { recipients, signature: after.filter((one) => !recipients.includes(one)) };
}
