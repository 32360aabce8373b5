import { firstElement, parseXml, type XmlElement, XmlFault } from '../xml-tree.ts';
import { DocumentReadError, type ReadLimits } from './read-types.ts';

/** The root element of a part of a document; what is wrong with it is said as for the whole document. */
export function readXml(
  xml: string,
  limits: Pick<ReadLimits, 'deepestNesting'>,
  take?: (element: XmlElement, within: string) => boolean,
): XmlElement {
  try {
    const root = parseXml(xml, { deepest: limits.deepestNesting, ...(take ? { take } : {}) });
    return firstElement(root) as XmlElement;
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    throw new DocumentReadError(
      error.reason === 'too_nested' ? 'platform.document_too_nested' : 'platform.document_damaged',
    );
  }
}
