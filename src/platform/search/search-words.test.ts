import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsAsked, gramsOf } from './grams.ts';
import { indexText, queryText, wordsOf } from './search-words.ts';

describe('the words of a text', () => {
  it('are its letters and numbers, without the stretches that have no word breaks', () => {
    expect(wordsOf('Số: 12/HD-SVHTTDL, 对外宣传 “Khổng Lào”').folded).toEqual([
      'so',
      '12',
      'hd',
      'svhttdl',
      'khong',
      'lao',
    ]);
    expect(wordsOf('100%').exact).toEqual(['100']);
    expect(wordsOf("%%% ' & ! :*").exact).toEqual([]);
  });

  it('make a query that no sign of the query language can enter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(queryText(wordsOf(text).folded)).toMatch(
          /^$|^('[\p{L}\p{N}\p{M}]+' & )*\('([\p{L}\p{N}\p{M}]+)' \| '\2':\*A\)$/u,
        );
      }),
    );
  });

  it('stay below what a tsvector holds: a text that is too long gives each word once', () => {
    const syllables = Array.from({ length: 400_000 }, (_, index) => (index % 7_000).toString(36));
    expect(indexText(syllables).split(' ')).toHaveLength(7_000);
    const distinct = Array.from({ length: 400_000 }, (_, index) => index.toString(36));
    expect(Buffer.byteLength(indexText(distinct))).toBeLessThanOrEqual(400_000);
  });
});

describe('the grams of Chinese and Lao', () => {
  it('are characters and pairs; a phrase asks for its pairs, one character for itself', () => {
    expect(gramsOf('Bản tin 云南省 và 老街')).toEqual(['云', '云南', '南', '南省', '省', '老', '老街', '街']);
    expect(gramsAsked('云南省 老街')).toEqual(['云南', '南省', '老街']);
    expect(gramsAsked('云')).toEqual(['云']);
    expect(gramsOf('Lào Cai')).toEqual([]);
  });

  it('find every piece of the text they come from', () => {
    const text = fc.string({ unit: fc.constantFrom(...'对外宣传工作ຂ່າວສານຕ່າງປະເທດ'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
        const characters = [...whole];
        const start = from % characters.length;
        const piece = characters.slice(start, start + 1 + (length % characters.length)).join('');
        const held = new Set(gramsOf(whole));
        expect(gramsAsked(piece).every((gram) => held.has(gram))).toBe(true);
      }),
    );
  });
});
