import type { XmlElement } from '../xml-tree.ts';
import type { OdtStyle, OdtStyles } from './odt-styles.ts';
import { convertFontText } from './old-encodings.ts';
import type { ReadWarning } from './read-types.ts';

export interface OdtWords {
  text: string;
  readonly boxes: XmlElement[];
}

export interface OdtInline {
  readonly styles: OdtStyles;
  readonly warnings: Set<ReadWarning>;
}

/** The words of a paragraph, with what is set in frames apart. */
export function readOdtWords(paragraph: XmlElement, inline: OdtInline): OdtWords {
  const words: OdtWords = { text: '', boxes: [] };
  const style = inline.styles.of('paragraph', paragraph.attributes['text:style-name']);
  read(paragraph, style, words, inline);
  return words;
}

function read(element: XmlElement, style: OdtStyle, words: OdtWords, inline: OdtInline): void {
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (style.isHidden) continue;
      // ODF 1.3, 6.1.2: runs of white space count as one blank.
      const text = convertFontText(style.font, child.replace(/[\t\r\n ]+/gu, ' '));
      words.text += style.isCapitals ? text.toUpperCase() : text;
    } else readInline(child, style, words, inline);
  }
}

function readInline(element: XmlElement, style: OdtStyle, words: OdtWords, inline: OdtInline): void {
  switch (element.name) {
    case 'text:s':
      words.text += ' '.repeat(Math.min(200, Number(element.attributes['text:c'] ?? 1) || 1));
      return;
    case 'text:tab':
      words.text += '\t';
      return;
    case 'text:line-break':
      words.text += '\n';
      return;
    case 'text:span': {
      const own = inline.styles.of('text', element.attributes['text:style-name']);
      read(element, { ...style, ...changed(own) }, words, inline);
      return;
    }
    case 'text:note':
      inline.warnings.add('notes-left-out');
      return;
    case 'office:annotation':
      inline.warnings.add('comments-left-out');
      return;
    case 'office:annotation-end':
    case 'text:page-number':
    case 'text:page-count':
      return;
    case 'text:change':
    case 'text:change-start':
      inline.warnings.add('changes-accepted');
      return;
    case 'draw:frame':
    case 'draw:custom-shape':
    case 'draw:g':
      gatherBoxes(element, words, inline);
      return;
    default:
      read(element, style, words, inline);
      return;
  }
}

/** What a span says itself; what it leaves open stays with the paragraph. */
function changed(own: OdtStyle): Partial<OdtStyle> {
  return {
    ...(own.isCapitals ? { isCapitals: true } : {}),
    ...(own.isHidden ? { isHidden: true } : {}),
    ...(own.font === undefined ? {} : { font: own.font }),
  };
}

function gatherBoxes(element: XmlElement, words: OdtWords, inline: OdtInline): void {
  const children = element.children.filter((child) => typeof child !== 'string') as XmlElement[];
  const box = children.find((child) => child.name === 'draw:text-box');
  if (box) words.boxes.push(box);
  else if (children.some((child) => child.name === 'text:p')) words.boxes.push(element);
  else if (children.some((child) => child.name === 'draw:image')) inline.warnings.add('pictures-left-out');
  else for (const child of children) if (/^draw:/u.test(child.name)) gatherBoxes(child, words, inline);
}
