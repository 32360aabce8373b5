import { expect, test } from 'vitest';
import { findXmlFault } from './well-formed-xml.ts';

test('a well-formed document has no fault', () => {
  expect(findXmlFault('<?xml version="1.0"?>\n<a b="1" c:d=\'"\'><!-- x --><e/>chữ &amp; &#233;</a>')).toBeNull();
});

test.each([
  '<a><b></a></b>',
  '<a>',
  '<a/><b/>',
  'x<a/>',
  '<a>1 & 2</a>',
  '<a b="1" b="2"/>',
  '<a b="<"/>',
  '<a b=1/>',
  '<a>1 < 2</a>',
  '<a>\u0003</a>',
  '<a>\ud800</a>',
  '',
])('%j is found faulty', (xml) => {
  expect(findXmlFault(xml)).not.toBeNull();
});
