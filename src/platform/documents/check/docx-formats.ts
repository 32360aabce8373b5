import { childOf, childrenOf, descendants, type XmlElement } from '../xml-tree.ts';
import type { DocxPackage } from './docx-package.ts';
import { readPart } from './docx-package.ts';

export interface RunFormat {
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly font: string;
  /** RRGGBB, or 'auto'. */
  readonly color: string;
}

export interface ParagraphFormat {
  readonly alignment: string;
  readonly firstLineMm: number;
  readonly leftMm: number;
  readonly beforePt: number;
  readonly afterPt: number;
  /** Lines for `auto` (1 is single); null where it is set in points. */
  readonly lines: number | null;
  readonly hasRule: boolean;
  readonly isNumbered: boolean;
}

const on = (element: XmlElement | undefined) => !/^(0|false|off)$/.test(element?.attributes['w:val'] ?? '1');
const value = (element: XmlElement | undefined, name = 'w:val') => element?.attributes[name];
const millimetres = (twips: string | undefined) => (Number(twips ?? 0) * 25.4) / 1440;

/** The formats of styles.xml, followed from the defaults of the document over styles to what a run itself says. */
export class FormatReader {
  readonly #styles = new Map<string, XmlElement>();
  readonly #defaults: XmlElement | undefined;
  readonly #defaultStyle: string | undefined;
  readonly #themeFonts: Record<string, string> = {};

  constructor(docx: DocxPackage) {
    const root = childOf(readPart(docx, 'word/styles.xml'), 'w:styles');
    for (const style of childrenOf(root, 'w:style')) this.#styles.set(value(style, 'w:styleId') ?? '', style);
    this.#defaults = childOf(root, 'w:docDefaults');
    this.#defaultStyle = value(
      childrenOf(root, 'w:style').find(
        (style) => value(style, 'w:type') === 'paragraph' && /^(1|true)$/.test(value(style, 'w:default') ?? ''),
      ),
      'w:styleId',
    );
    const theme = readPart(docx, 'word/theme/theme1.xml');
    for (const kind of ['major', 'minor'])
      for (const font of theme ? descendants(theme, `a:${kind}Font`) : [])
        this.#themeFonts[kind] = value(childOf(font, 'a:latin'), 'typeface') ?? '';
  }

  #chain(styleId: string | undefined, properties: 'w:rPr' | 'w:pPr'): XmlElement[] {
    const found: XmlElement[] = [];
    for (let id = styleId, steps = 0; id !== undefined && steps < 20; steps += 1) {
      const style = this.#styles.get(id);
      const part = childOf(style, properties);
      if (part) found.unshift(part);
      id = value(childOf(style, 'w:basedOn'));
    }
    return found;
  }

  run(run: XmlElement, paragraph: XmlElement): RunFormat {
    const own = childOf(run, 'w:rPr');
    const paragraphStyle = value(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')) ?? this.#defaultStyle;
    const layers = [
      childOf(childOf(this.#defaults, 'w:rPrDefault'), 'w:rPr'),
      ...this.#chain(paragraphStyle, 'w:rPr'),
      ...this.#chain(value(childOf(own, 'w:rStyle')), 'w:rPr'),
      own,
    ];
    const last = (name: string) => layers.findLast((layer) => childOf(layer, name) !== undefined);
    const has = (name: string) => {
      const layer = last(name);
      return layer !== undefined && on(childOf(layer, name));
    };
    return {
      sizePt: Number(value(childOf(last('w:sz'), 'w:sz')) ?? 20) / 2,
      bold: has('w:b'),
      italic: has('w:i'),
      caps: has('w:caps'),
      font: this.#font(layers),
      color: value(childOf(last('w:color'), 'w:color')) ?? 'auto',
    };
  }

  #font(layers: readonly (XmlElement | undefined)[]): string {
    for (const layer of layers.toReversed()) {
      const fonts = childOf(layer, 'w:rFonts');
      const theme = value(fonts, 'w:asciiTheme') ?? value(fonts, 'w:hAnsiTheme');
      if (theme) return this.#themeFonts[theme.startsWith('major') ? 'major' : 'minor'] ?? '';
      const font = value(fonts, 'w:ascii') ?? value(fonts, 'w:hAnsi');
      if (font) return font;
    }
    return 'Times New Roman';
  }

  paragraph(paragraph: XmlElement): ParagraphFormat {
    const own = childOf(paragraph, 'w:pPr');
    const layers = [
      childOf(childOf(this.#defaults, 'w:pPrDefault'), 'w:pPr'),
      ...this.#chain(value(childOf(own, 'w:pStyle')) ?? this.#defaultStyle, 'w:pPr'),
      own,
    ];
    const attribute = (name: string, key: string) =>
      layers.map((layer) => value(childOf(layer, name), key)).findLast((found) => found !== undefined);
    const rule = attribute('w:spacing', 'w:lineRule') ?? 'auto';
    return {
      alignment: attribute('w:jc', 'w:val') ?? 'left',
      firstLineMm: millimetres(attribute('w:ind', 'w:firstLine')),
      leftMm: millimetres(attribute('w:ind', 'w:left') ?? attribute('w:ind', 'w:start')),
      beforePt: Number(attribute('w:spacing', 'w:before') ?? 0) / 20,
      afterPt: Number(attribute('w:spacing', 'w:after') ?? 0) / 20,
      lines: rule === 'auto' ? Number(attribute('w:spacing', 'w:line') ?? 240) / 240 : null,
      hasRule: layers.some((layer) => childOf(layer, 'w:pBdr') !== undefined),
      isNumbered: layers.some((layer) => {
        const numbering = childOf(childOf(layer, 'w:numPr'), 'w:numId');
        return numbering !== undefined && value(numbering) !== '0';
      }),
    };
  }
}
