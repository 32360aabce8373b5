import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { bulletOf } from './clean-words.ts';
import { formatNumber, type NumberFormat } from './number-formats.ts';

interface Level {
  readonly start: number;
  readonly format: NumberFormat;
  readonly text: string;
  readonly isLegal: boolean;
  readonly restartAfter: number | null;
  readonly style: string | null;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

export interface NumberReference {
  readonly listId: string;
  readonly level: number;
}

/** ECMA-376, 17.18.59 ST_NumberFormat. */
const formats: Readonly<Record<string, NumberFormat>> = {
  decimal: 'decimal',
  decimalZero: 'decimal-zero',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  bullet: 'bullet',
  none: 'none',
};

/** Resolves the automatic numbers of a document, paragraph after paragraph, as Word counts them. */
export class DocxNumbering {
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(numbering: XmlElement | null, listOfStyle: (style: string) => string | null = () => null) {
    if (numbering === null) return;
    const abstracts = new Map(
      childrenOf(numbering, 'w:abstractNum').map((each) => [idOf(each, 'w:abstractNumId'), each]),
    );
    const nums = new Map(childrenOf(numbering, 'w:num').map((each) => [idOf(each, 'w:numId'), each]));
    const abstractOf = (num: XmlElement | undefined) =>
      abstracts.get(attributeOf(childOf(num, 'w:abstractNumId')) ?? '');
    for (const [id, num] of nums) {
      let abstract = abstractOf(num);
      // A list may be defined by a style: the abstract then only names it (17.9.21).
      const link = attributeOf(childOf(abstract, 'w:numStyleLink'));
      if (link !== null) abstract = abstractOf(nums.get(listOfStyle(link) ?? '')) ?? abstract;
      if (abstract === undefined) continue;
      this.#lists.set(id, readList(num, abstract));
    }
  }

  /** The level of a list that a paragraph style is tied to. */
  levelOfStyle(listId: string, style: string): number | null {
    for (const [level, { style: own }] of this.#lists.get(listId)?.levels ?? []) if (own === style) return level;
    return null;
  }

  /** The label of the next paragraph of a list: `1.2.`, `a)`, `-`; empty where the list prints none. */
  next({ listId, level }: NumberReference): string {
    const list = this.#lists.get(listId);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return '';
    const counters = this.#counters.get(list.abstractId) ?? new Map<number, number>();
    this.#counters.set(list.abstractId, counters);
    this.#count(list, listId, level, own, counters);
    if (own.format === 'bullet') return bulletLabel(own.text, level);
    return own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const above = Number(digit) - 1;
      const format = list.levels.get(above);
      const value = counters.get(above) ?? format?.start ?? 1;
      counters.set(above, value);
      return formatNumber(value, own.isLegal ? 'decimal' : (format?.format ?? 'decimal'));
    });
  }

  #count(list: List, listId: string, level: number, own: Level, counters: Map<number, number>): void {
    const override = list.startOverrides.get(level);
    const key = `${listId}/${level}`;
    const before = counters.get(level);
    const start = override ?? own.start;
    counters.set(level, before === undefined || (override !== undefined && !this.#begun.has(key)) ? start : before + 1);
    this.#begun.add(key);
    for (const deeper of [...counters.keys()].filter((each) => each > level)) {
      const { restartAfter = null } = list.levels.get(deeper) ?? {};
      if (restartAfter === null || level < restartAfter) counters.delete(deeper);
    }
  }
}

function readList(num: XmlElement, abstract: XmlElement): List {
  const levels = new Map(childrenOf(abstract, 'w:lvl').map((each) => [Number(idOf(each, 'w:ilvl')), readLevel(each)]));
  const startOverrides = new Map<number, number>();
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const at = Number(idOf(override, 'w:ilvl'));
    const level = childOf(override, 'w:lvl');
    if (level) levels.set(at, readLevel(level));
    const start = attributeOf(childOf(override, 'w:startOverride'));
    if (start !== null) startOverrides.set(at, Number(start));
  }
  return { abstractId: idOf(abstract, 'w:abstractNumId'), levels, startOverrides };
}

function readLevel(level: XmlElement): Level {
  // Word writes a format of its own inside a choice, and an old one for older readers after it.
  const choice = childOf(level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt');
  const format =
    choice ?? childOf(level, 'w:numFmt') ?? childOf(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt');
  const restart = attributeOf(childOf(level, 'w:lvlRestart'));
  return {
    start: Number(attributeOf(childOf(level, 'w:start')) ?? 1),
    format: readFormat(format),
    text: attributeOf(childOf(level, 'w:lvlText')) ?? '',
    isLegal: isOn(childOf(level, 'w:isLgl')),
    restartAfter: restart === null ? null : Number(restart),
    style: attributeOf(childOf(level, 'w:pStyle')),
  };
}

/** A format of one's own lists its letters ("a, b, c, d, đ, ..."): with đ it is the Vietnamese alphabet. */
function readFormat(format: XmlElement | undefined): NumberFormat {
  const name = attributeOf(format) ?? 'decimal';
  if (name !== 'custom') return formats[name] ?? 'decimal';
  const sample = (format?.attributes['w:format'] ?? '').normalize('NFC');
  if (sample.includes('đ')) return 'lower-vietnamese';
  if (sample.includes('Đ')) return 'upper-vietnamese';
  return /^0+1/u.test(sample) ? 'decimal-zero' : 'decimal';
}

/** Deeper lists have a plus in official papers; what is a circle or square in Word stands for it. */
function bulletLabel(text: string, level: number): string {
  const sign = bulletOf(text.trim()[0] ?? '-');
  if (sign === '+' || sign === '-' || sign === '–') return sign;
  return level > 0 && /^[o§▪○]/u.test(text.trim()) ? '+' : '-';
}

export function attributeOf(element: XmlElement | undefined): string | null {
  return element?.attributes['w:val'] ?? null;
}

/** An on/off property: present means on, unless it says otherwise (17.3.2). */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/u.test(element.attributes['w:val'] ?? '1');
}

function idOf(element: XmlElement, attribute: string): string {
  return element.attributes[attribute] ?? '';
}
