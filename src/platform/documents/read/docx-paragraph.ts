import { childOf, childrenOf, textIn, type XmlElement } from '../xml-tree.ts';
import { attributeOf, type DocxNumbering } from './docx-numbering.ts';
import { type DocxStyle, type DocxStyles, fontOf, onOff } from './docx-styles.ts';
import { convertFontText } from './old-encodings.ts';
import type { ReadWarning } from './read-types.ts';

/** What the reading of one document keeps from paragraph to paragraph. */
export interface DocxState {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  readonly warnings: Set<ReadWarning>;
  /** Fields that are open: their code is no text, their result is. */
  readonly fields: { code: string; isResult: boolean }[];
}

export interface ParagraphWords {
  readonly text: string;
  readonly isCentred: boolean;
  /** The paragraph mark was deleted: what follows belongs to it. */
  readonly runsOn: boolean;
  readonly boxes: readonly XmlElement[];
}

interface Words {
  text: string;
  readonly boxes: XmlElement[];
  readonly style: DocxStyle;
}

/** The words of a paragraph as they would be printed with all changes accepted. */
export function readDocxParagraph(paragraph: XmlElement, state: DocxState): ParagraphWords {
  const properties = childOf(paragraph, 'w:pPr');
  const style = state.styles.ofParagraph(properties);
  const words: Words = { text: '', boxes: [], style };
  readRuns(paragraph, words, state);
  const align = attributeOf(childOf(properties, 'w:jc'));
  const reference = state.styles.numberOf(properties, (list, id) => state.numbering.levelOfStyle(list, id));
  const runsOn = childOf(properties, 'w:rPr', 'w:del') !== undefined;
  if (runsOn) state.warnings.add('changes-accepted');
  // An empty paragraph of a list is not counted where its text is taken away by an accepted change.
  const label = reference === null || (runsOn && words.text.trim() === '') ? '' : state.numbering.next(reference);
  return {
    text: label === '' ? words.text : `${label} ${words.text.trimStart()}`,
    isCentred: align === null ? style.isCentred === true : align === 'center',
    runsOn,
    boxes: words.boxes,
  };
}

function readRuns(element: XmlElement, words: Words, state: DocxState): void {
  for (const child of element.children) if (typeof child !== 'string') readInline(child, words, state);
}

function readInline(element: XmlElement, words: Words, state: DocxState): void {
  switch (element.name) {
    case 'w:r':
      readRun(element, words, state);
      return;
    case 'w:del':
    case 'w:moveFrom':
      state.warnings.add('changes-accepted');
      return;
    case 'w:ins':
    case 'w:moveTo':
      state.warnings.add('changes-accepted');
      readRuns(element, words, state);
      return;
    case 'w:hyperlink':
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:fldSimple':
    case 'w:dir':
    case 'w:bdo':
      readRuns(element, words, state);
      return;
    case 'w:sdt':
      readRuns(childOf(element, 'w:sdtContent') ?? element, words, state);
      return;
    case 'mc:AlternateContent':
      readRuns(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element, words, state);
      return;
    case 'w:commentRangeStart':
      state.warnings.add('comments-left-out');
      return;
    case 'm:oMath':
    case 'm:oMathPara':
      words.text += textIn(element);
      return;
  }
}

function readRun(run: XmlElement, words: Words, state: DocxState): void {
  const properties = childOf(run, 'w:rPr');
  const style = state.styles.of(attributeOf(childOf(properties, 'w:rStyle')));
  const isHidden = onOff(childOf(properties, 'w:vanish')) ?? style.isHidden ?? words.style.isHidden;
  const isCapitals = onOff(childOf(properties, 'w:caps')) ?? style.isCapitals ?? words.style.isCapitals;
  const font = fontOf(properties) ?? style.font ?? words.style.font;
  for (const child of run.children) {
    if (typeof child === 'string') continue;
    const field = readFieldPart(child, state);
    if (field || isHidden || state.fields.some((each) => !each.isResult || isLeftOut(each.code))) continue;
    const text = convertFontText(font, runText(child, words, state));
    words.text += isCapitals ? text.toUpperCase() : text;
  }
}

/** A table of contents repeats the headings; a page number is of the paper. */
function isLeftOut(code: string): boolean {
  return /^\s*(?:TOC|PAGE|NUMPAGES|SECTIONPAGES)(?!\w)/u.test(code);
}

function readFieldPart(element: XmlElement, { fields }: DocxState): boolean {
  if (element.name === 'w:instrText') {
    const open = fields.at(-1);
    if (open) open.code += textIn(element);
    return true;
  }
  if (element.name !== 'w:fldChar') return false;
  const type = element.attributes['w:fldCharType'];
  const open = fields.at(-1);
  if (type === 'begin') fields.push({ code: '', isResult: false });
  else if (type === 'separate' && open) open.isResult = true;
  else if (type === 'end') fields.pop();
  return true;
}

function runText(element: XmlElement, words: Words, state: DocxState): string {
  switch (element.name) {
    case 'w:t':
      return textIn(element);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return /^(?:page|column)$/u.test(element.attributes['w:type'] ?? '') ? ' ' : '\n';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return String.fromCodePoint(Number.parseInt(element.attributes['w:char'] ?? '2d', 16) || 0x2d);
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      state.warnings.add('notes-left-out');
      return '';
    case 'w:commentReference':
      state.warnings.add('comments-left-out');
      return '';
    case 'mc:AlternateContent':
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      gatherBoxes(element, words, state);
      return '';
    default:
      return '';
  }
}

/** Word writes a text box twice, for itself and for older readers: one of them is read. */
function gatherBoxes(element: XmlElement, words: Words, state: DocxState): void {
  const before = words.boxes.length;
  const look = (part: XmlElement): void => {
    if (part.name === 'w:txbxContent') words.boxes.push(part);
    else if (part.name === 'mc:AlternateContent') {
      const found = words.boxes.length;
      for (const choice of childrenOf(part, 'mc:Choice').slice(0, 1)) look(choice);
      if (words.boxes.length === found) for (const fallback of childrenOf(part, 'mc:Fallback')) look(fallback);
    } else for (const child of part.children) if (typeof child !== 'string') look(child);
  };
  look(element);
  if (words.boxes.length === before && hasPicture(element)) state.warnings.add('pictures-left-out');
}

function hasPicture(element: XmlElement): boolean {
  return (
    /^(?:pic:pic|v:imagedata)$/u.test(element.name) ||
    element.children.some((child) => typeof child !== 'string' && hasPicture(child))
  );
}
