import type { LinkRelation } from '../../directives.chain.contract.ts';
import { issuerEnd } from '../parser/bases.ts';
import { findDates } from '../parser/dates.ts';
import { kindOfReference, referenceKindNames } from '../parser/document-kinds.ts';
import { foldText } from '../parser/vietnamese-fold.ts';

/** A document that the text names, how it stands to this one, and the words that say so. */
export interface Citation {
  readonly relation: LinkRelation;
  /** Abbreviation of the kind (`HD`); null where only a number stands. */
  readonly kind: string | null;
  readonly number: number;
  /** Without the number: `NĐ-CP`, `HD/BTGDVTU`; null where none is printed. */
  readonly symbol: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly words: string;
}

export interface CitingText {
  readonly subject: string | null;
  readonly preamble: readonly string[];
  /** Clauses and closing: there another document is cited to be changed, or only mentioned. */
  readonly body: readonly string[];
}

const bothCases = (names: readonly string[]) =>
  names.flatMap((name) => [name, `${name[0]?.toUpperCase()}${name.slice(1)}`]).join('|');
const laws = ['luật', 'pháp lệnh'];
const others = referenceKindNames.filter((name) => !laws.includes(name));
/** `Hướng dẫn số 28-HD/BTGDVTU`, `Nghị định 30/2020/NĐ-CP`; a law has its name before the number. */
const citation = new RegExp(
  String.raw`(?<!\p{L})(?:(${bothCases(laws)})\s[^;.\d]{0,120}?số\s*:?|(${bothCases(others)})(?:\s+liên tịch)?(?:\s+số\s*:?)?)\s*(\d{1,5})\s*[-/]\s*([\p{Lu}\d][\p{L}\d./&-]*)`,
  'gu',
);

const changing: readonly (readonly [RegExp, LinkRelation])[] = [
  [/sua doi|bo sung/, 'amends'],
  [/thay the|bai bo|het hieu luc/, 'replaces'],
  [/gia han|keo dai/, 'extends'],
];
const carrying = /(?:^|[\s,;])(?:thuc hien|trien khai|to chuc thuc hien|cu the hoa|tiep tuc thuc hien)\s/;

/** No document rests on more; each becomes a row. */
const citationsAtMost = 200;
/** So far around a citation its words are looked at: the whole paragraph for each would cost the square of its length. */
const wordsBefore = 1_000;
const wordsAfter = 600;

/**
 * Pure. Documents that a text cites: those of the preamble as what it carries out or rests on, those of subject and body
 * only where the words say that they are changed. The first mention of a document counts; a change counts before a basis.
 */
export function findCitations(text: CitingText): Citation[] {
  const found = [
    ...[text.subject ?? '', ...text.body].flatMap((paragraph) => citedIn(paragraph, changeOf)),
    ...text.preamble.flatMap((paragraph) => citedIn(paragraph, (before) => changeOf(before) ?? restOf(before))),
  ];
  const known = new Set<string>();
  return found
    .filter((each) => {
      const key = `${each.number} ${each.symbol ?? each.kind}`;
      if (known.has(key)) return false;
      known.add(key);
      return true;
    })
    .slice(0, citationsAtMost);
}

function citedIn(paragraph: string, relationOf: (before: string) => LinkRelation | null): Citation[] {
  const citations: Citation[] = [];
  // A basis ends at its semicolon: what stands before it says nothing about the next.
  let from = 0;
  for (const sentence of paragraph.split(/(?<=;)/u)) {
    for (const match of sentence.matchAll(citation)) {
      const relation = relationOf(foldText(sentence.slice(Math.max(0, match.index - wordsBefore), match.index)));
      if (relation === null) continue;
      const end = match.index + match[0].length;
      const after = sentence.slice(end, end + wordsAfter).split(/(?:;|\.\s)/u)[0] ?? '';
      citations.push({
        relation,
        kind: kindOfReference(match[1] ?? match[2] ?? ''),
        number: Number(match[3]),
        symbol: (match[4] ?? '').replace(/[.,/-]+$/u, '') || null,
        date: findDates(after.slice(0, 80), null)[0]?.iso ?? null,
        issuer: issuerIn(after),
        words: paragraph
          .slice(from, from + sentence.length)
          .trim()
          .slice(0, 400),
      });
    }
    from += sentence.length;
  }
  return citations;
}

function issuerIn(after: string): string | null {
  const of = /^[^;]{0,80}?\scủa\s+/u.exec(after);
  const name = of ? (after.slice(of[0].length).split(issuerEnd)[0] ?? '').trim() : '';
  return name === '' ? null : name;
}

/** The nearest word of change before the citation; too far away it speaks of something else. */
function changeOf(before: string): LinkRelation | null {
  const near = before.slice(-120);
  const at = changing
    .map(([words, relation]) => ({ relation, at: lastOf(words, near) }))
    .filter((each) => each.at >= 0);
  return at.toSorted((one, other) => other.at - one.at)[0]?.relation ?? null;
}

function restOf(before: string): LinkRelation {
  return carrying.test(` ${before.slice(-160)}`) && !/can cu\s[^;]*$/.test(before) ? 'implements' : 'basis';
}

function lastOf(words: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(new RegExp(words, 'g'))) last = match.index;
  return last;
}
