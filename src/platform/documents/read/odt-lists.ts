import type { XmlElement } from '../xml-tree.ts';
import { bulletOf } from './clean-words.ts';
import { formatNumber } from './number-formats.ts';
import type { OdtListLevel, OdtStyles } from './odt-styles.ts';

/** One list of the document with its running numbers; a later list may go on with them. */
export interface OdtList {
  readonly style: string;
  readonly counters: Map<number, number>;
}

/** Numbers of lists as ODF 1.3, 5.3 counts them. */
export class OdtLists {
  readonly #styles: OdtStyles;
  readonly #byId = new Map<string, OdtList>();
  readonly #lastOfStyle = new Map<string, OdtList>();
  readonly #outline = new Map<number, number>();

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  /** A list on its own; inside another one it shares the numbers of that one. */
  open(element: XmlElement, around: OdtList | null, styleOfText: string | null): OdtList {
    const { attributes } = element;
    const style = attributes['text:style-name'] ?? around?.style ?? styleOfText ?? '';
    if (around) return { style, counters: around.counters };
    const continued =
      this.#byId.get(attributes['text:continue-list'] ?? '') ??
      (attributes['text:continue-numbering'] === 'true' ? this.#lastOfStyle.get(style) : undefined);
    const list = { style, counters: continued?.counters ?? new Map<number, number>() };
    const id = attributes['xml:id'];
    if (id !== undefined) this.#byId.set(id, list);
    this.#lastOfStyle.set(style, list);
    return list;
  }

  label(list: OdtList, level: number, startValue: string | undefined): string {
    const own = this.#styles.levelOf(list.style, level);
    if (own === null) return '';
    count(list.counters, level, startValue === undefined ? own.start : Number(startValue), startValue !== undefined);
    return print(own, level, list.counters, (each) => this.#styles.levelOf(list.style, each));
  }

  headingLabel(level: number): string {
    const own = this.#styles.outline.get(level);
    if (own === undefined || own.format === 'none') return '';
    count(this.#outline, level, own.start, false);
    return print(own, level, this.#outline, (each) => this.#styles.outline.get(each) ?? null);
  }
}

function count(counters: Map<number, number>, level: number, start: number, isRestart: boolean): void {
  const before = counters.get(level);
  counters.set(level, before === undefined || isRestart ? start : before + 1);
  for (const deeper of [...counters.keys()]) if (deeper > level) counters.delete(deeper);
}

function print(
  own: OdtListLevel,
  level: number,
  counters: ReadonlyMap<number, number>,
  levelAt: (level: number) => OdtListLevel | null,
): string {
  if (own.format === 'bullet') return bulletLabel(own.bullet, level);
  const number = (each: number): string => {
    const format = levelAt(each);
    return formatNumber(counters.get(each) ?? format?.start ?? 1, format?.format ?? 'decimal');
  };
  if (own.pattern !== null) return own.pattern.replace(/%(\d{1,2})%/gu, (_, each: string) => number(Number(each)));
  if (own.format === 'none') return '';
  const shown = Array.from({ length: Math.min(own.displayLevels, level) }, (_, index) => level - index).reverse();
  return `${own.prefix}${shown.map(number).join('.')}${own.suffix}`;
}

function bulletLabel(bullet: string, level: number): string {
  const sign = bulletOf(bullet);
  if (sign === '+' || sign === '-' || sign === '–') return sign;
  return level > 1 && /^[o§▪○◦]/u.test(sign) ? '+' : '-';
}
