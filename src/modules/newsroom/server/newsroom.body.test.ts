import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApplicationError } from '../../../platform/errors/errors.ts';
import { type Body, hasImageWithoutAlt, imagesOf, readBody, safeAddress } from './newsroom.body.ts';
import { renderBodyHtml, renderPlainText } from './newsroom.render.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (text: string, marks?: unknown) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks ? { marks } : {}) }],
});
const assetId = '01890000-0000-7000-8000-000000000001';

function problemOf(value: unknown): string {
  try {
    readBody(value);
  } catch (error) {
    if (error instanceof ApplicationError) return String(error.details.problem);
    throw error;
  }
  return 'accepted';
}

test('a text of the editor is read, rendered as HTML and as plain text', () => {
  const body = readBody(
    doc(
      { type: 'heading', attrs: { level: 2, textAlign: null }, content: [{ type: 'text', text: 'Mùa lúa <chín>' }] },
      paragraph('Ruộng bậc thang', [{ type: 'italic' }, { type: 'bold' }]),
      paragraph('đường dẫn', [
        {
          type: 'link',
          attrs: { href: 'https://laichau.gov.vn/?a=1&b="2"', target: '_blank', rel: null, class: null },
        },
      ]),
      {
        type: 'orderedList',
        attrs: { start: 3, type: null },
        content: [{ type: 'listItem', content: [paragraph('một'), { type: 'bulletList', content: [] }] }],
      },
      { type: 'blockquote', content: [paragraph('lời')] },
      { type: 'horizontalRule' },
      { type: 'image', attrs: { assetId, alt: ' Ảnh "đẹp" ', src: 'javascript:alert(1)', title: null } },
      { type: 'paragraph' },
    ),
  );
  const pictures = [{ assetId, src: '/files/a.jpg', width: 1600, height: 900, credit: 'Ảnh: A & B' }];
  expect(renderBodyHtml(body, pictures).split('\n')).toEqual([
    '<h2>Mùa lúa &lt;chín&gt;</h2>',
    '<p><strong><em>Ruộng bậc thang</em></strong></p>',
    '<p><a href="https://laichau.gov.vn/?a=1&amp;b=&quot;2&quot;" rel="noopener">đường dẫn</a></p>',
    '<ol start="3"><li><p>một</p><ul></ul></li></ol>',
    '<blockquote><p>lời</p></blockquote>',
    '<hr>',
    '<figure><img src="/files/a.jpg" width="1600" height="900" alt="Ảnh &quot;đẹp&quot;" loading="lazy"><figcaption class="note">Ảnh: A &amp; B</figcaption></figure>',
  ]);
  expect(renderPlainText(body)).toBe('Mùa lúa <chín>\n\nRuộng bậc thang\n\nđường dẫn\n\n3. một\n\nlời');
  expect(imagesOf(body)).toEqual([{ assetId, alt: 'Ảnh "đẹp"' }]);
  expect(hasImageWithoutAlt(body)).toBe(false);
  expect(readBody(JSON.parse(JSON.stringify(body)))).toEqual(body);
});

test.each([
  ['no document', null, 'not_an_object'],
  ['a list', [], 'not_an_object'],
  ['another root', { type: 'paragraph' }, 'type'],
  ['a script node', doc({ type: 'script', content: [] }), 'type'],
  ['raw HTML', doc({ type: 'html', html: '<script>' }), 'member html'],
  ['an iframe mark', doc(paragraph('a', [{ type: 'iframe' }])), 'mark'],
  ['an event attribute', doc({ type: 'paragraph', attrs: { onclick: 'x' } }), 'member onclick'],
  ['a style attribute', doc({ type: 'heading', attrs: { level: 2, style: 'x' } }), 'member style'],
  ['heading 1', doc({ type: 'heading', attrs: { level: 1 } }), 'level'],
  ['a javascript link', doc(paragraph('a', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])), 'href'],
  ['a hidden scheme', doc(paragraph('a', [{ type: 'link', attrs: { href: ' java\tscript:alert(1)' } }])), 'href'],
  ['a data link', doc(paragraph('a', [{ type: 'link', attrs: { href: 'data:text/html,x' } }])), 'href'],
  ['a foreign path', doc(paragraph('a', [{ type: 'link', attrs: { href: '//evil.example' } }])), 'href'],
  ['a picture by address', doc({ type: 'image', attrs: { src: 'https://evil.example/a.png' } }), 'assetId'],
  ['text in the root', doc({ type: 'text', text: 'a' }), 'member text'],
  ['a NUL', doc(paragraph('a\u0000b')), 'characters'],
  ['half a character', doc(paragraph('\ud800')), 'characters'],
  ['a number as text', doc({ type: 'paragraph', content: [{ type: 'text', text: 1 }] }), 'not_a_text'],
  ['empty text', doc(paragraph('')), 'empty_text'],
  ['the same mark twice', doc(paragraph('a', [{ type: 'bold' }, { type: 'bold' }])), 'marks'],
  ['a prototype member', JSON.parse('{"type":"doc","__proto__":{"x":1}}'), 'member __proto__'],
])('%s is refused', (_name, value, problem) => {
  expect(problemOf(value)).toBe(problem);
});

test('what is too deep, too long or has too many pictures is refused', () => {
  let deep: unknown = paragraph('a');
  for (let level = 0; level < 20; level += 1) deep = { type: 'blockquote', content: [deep] };
  expect(problemOf(doc(deep))).toBe('too_deep');
  expect(problemOf(doc(paragraph('a'.repeat(100_001))))).toBe('too_long');
  expect(problemOf(doc(...Array.from({ length: 6000 }, () => paragraph('a'))))).toBe('too_long');
  expect(problemOf(doc(...Array.from({ length: 61 }, () => ({ type: 'image', attrs: { assetId } }))))).toBe(
    'too_many_images',
  );
});

test('whatever is thrown at it, it answers with a body of its own schema or a refusal, and no markup of others gets out', () => {
  const { node } = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.constantFrom(
          'paragraph',
          'heading',
          'bulletList',
          'listItem',
          'blockquote',
          'image',
          'text',
          'script',
        ),
        text: fc.string({ unit: 'binary' }),
        attrs: fc.dictionary(fc.constantFrom('level', 'href', 'assetId', 'alt', 'onload'), fc.anything()),
        marks: fc.array(fc.record({ type: fc.constantFrom('bold', 'link', 'code') })),
        content: fc.array(tie('node'), { maxLength: 3 }),
      },
      { requiredKeys: ['type'] },
    ),
  }));
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (content) => {
      let body: Body;
      try {
        body = readBody(doc(...content));
      } catch (error) {
        expect(error).toBeInstanceOf(ApplicationError);
        return;
      }
      expect(readBody(body)).toEqual(body);
      const tags = renderBodyHtml(body, []).match(/<[^>]*>/g) ?? [];
      for (const tag of tags) expect(tag).toMatch(/^<\/?(?:p|h2|h3|ul|ol|li|blockquote|strong|br|hr)>$/);
    }),
  );
});

test('addresses: absolute ones of the web, mail, and paths of this site', () => {
  for (const address of ['https://a.vn/b', 'http://a.vn', 'mailto:a@b.vn', '/tin/abc'])
    expect(safeAddress(address)).toBe(address);
  for (const address of ['', 'a.vn', 'ftp://a', 'vbscript:x', '/\\evil', 'https://', 'https://a b', '#x'])
    expect(safeAddress(address)).toBeNull();
});
