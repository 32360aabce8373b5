const name = '[A-Za-z_:][\\w:.\\-]*';
const attribute = new RegExp(`\\s+(${name})\\s*=\\s*("[^"<]*"|'[^'<]*')`, 'y');
const openTag = new RegExp(`<(${name})`, 'y');
const closeTag = new RegExp(`</(${name})\\s*>`, 'y');
const text = /[^<]+/y;
const aside = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
// XML 1.0, 2.2: what is no Char.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const noCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Says what is wrong with an XML document, or null where it is well-formed. Strict, and enough for what our own
 * writers make: no document type, no CDATA, names in ASCII. For tests and for a last look before a file leaves.
 */
export function findXmlFault(xml: string): string | null {
  if (noCharacter.test(xml) || !xml.isWellFormed()) return 'a character that XML cannot hold';
  if (strayAmpersand.test(xml)) return 'an ampersand that begins no known entity';
  const open: string[] = [];
  let at = 0;
  let roots = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < xml.length) {
    if (take(aside)) continue;
    const words = take(text);
    if (words) {
      if (open.length === 0 && words[0].trim() !== '') return `text outside the root at ${at}`;
      continue;
    }
    const closing = take(closeTag);
    if (closing) {
      if (open.pop() !== closing[1]) return `</${closing[1]}> closes nothing at ${at}`;
      continue;
    }
    const opening = take(openTag);
    if (!opening) return `broken markup at ${at}`;
    if (open.length === 0) roots += 1;
    const seen = new Set<string>();
    for (let found = take(attribute); found; found = take(attribute)) {
      if (seen.has(found[1] ?? '')) return `attribute ${found[1]} twice at ${at}`;
      seen.add(found[1] ?? '');
    }
    const end = take(/\s*(\/?)>/y);
    if (!end) return `broken tag <${opening[1]} at ${at}`;
    if (end[1] === '') open.push(opening[1] ?? '');
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  return roots === 1 ? null : `${roots} roots`;
}
