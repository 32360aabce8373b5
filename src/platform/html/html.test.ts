import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, jsonScript, raw, safeUrl } from './html.ts';

describe('html', () => {
  it('escapes text and attribute values', () => {
    const hostile = `"><img src=x onerror='alert(1)'>&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;">&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;</p>',
    );
  });
  it('joins lists, keeps nested HTML and prints nothing for null, undefined and booleans', () => {
    const items = ['a<b', 'c'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}${null}${undefined}${false}${true}${0}</ul>${raw('<hr>')}`.text).toBe(
      '<ul><li>a&lt;b</li><li>c</li>0</ul><hr>',
    );
  });
  it('never lets a value leave its place, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`<p title="${text}">${text}</p>`.text.slice(3, -4)).not.toMatch(/[<']|"[^>]*"[^>]*"/);
      }),
    );
  });
  it('refuses templates in which escaping would not help', () => {
    const value = 'x';
    expect(() => html`<p title=${value}>`).toThrow('quotes');
    expect(() => html`<p onclick="run('${value}')">`).toThrow('on…');
    expect(() => html`<p style="color:${value}">`).toThrow('style');
    expect(() => html`<script>${value}</script>`).toThrow('script');
    expect(html`<style>p{}</style><p>a = ${value}</p>`.text).toContain('a = x');
  });
  it('neutralises addresses that would run code', () => {
    for (const address of [
      'javascript:alert(1)',
      ' JaVa\tScript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
      '/\\evil.example',
      '\u0001javascript:x',
      'java\nscript:x',
    ]) {
      expect(safeUrl(address), address).toBe('#');
      expect(html`<a href="${address}">x</a>`.text).toBe('<a href="#">x</a>');
    }
    for (const address of ['https://laichau.gov.vn/a?b=c:d', 'mailto:a@b.vn', '/tin/a:b', '#m', '?a=b', 'tin/a']) {
      expect(safeUrl(address)).toBe(address);
    }
  });
  it('writes JSON-LD that cannot end its own block', () => {
    const block = jsonScript('application/ld+json', { name: '</script><script>alert(1)</script><!--' }).text;
    expect(block.match(/<\/script>/g)).toHaveLength(1);
    expect(JSON.parse(block.slice(block.indexOf('>') + 1, -9)).name).toContain('</script>');
  });
});
