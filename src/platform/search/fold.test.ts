import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactForm, fold } from './fold.ts';

const vowels = [...'aăâeêioôơuưy'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const consonants = ['', ...'bcdđghklmnpqrstvx', 'ch', 'gh', 'kh', 'ng', 'nh', 'ph', 'th', 'tr'];
const vowel = fc.tuple(fc.constantFrom(...vowels), fc.constantFrom(...tones)).map(([letter, tone]) => letter + tone);
const syllable = fc
  .tuple(fc.constantFrom(...consonants), vowel, fc.constantFrom('', ...consonants))
  .map((parts) => parts.join(''));
const vietnamese = fc.array(syllable, { minLength: 1, maxLength: 8 }).map((syllables) => syllables.join(' '));
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('the folded form', () => {
  it('is plain letters for every Vietnamese syllable, in both forms of Unicode and in capitals', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const folded = fold(text);
        expect(folded).toMatch(/^[a-z ]+$/);
        expect(fold(text.normalize('NFC'))).toBe(folded);
        expect(fold(text.normalize('NFD').toUpperCase())).toBe(folded);
      }),
    );
  });

  it('does not change when it is folded again, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(exactForm(exactForm(text))).toBe(exactForm(text));
        expect(fold(exactForm(text))).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  it('reads Đ however it was typed, and leaves other scripts whole', () => {
    expect(['Đối ngoại', 'Ðối ngoại', 'Ɖối ngoại', 'đôi ngoai'].map(fold)).toEqual(Array(4).fill('doi ngoai'));
    expect(fold('对外宣传 ຂ່າວສານ 한국어 й')).toBe('对外宣传 ຂ່າວສານ 한국어 и');
  });
});

describe('the exact form', () => {
  it.each([
    ['hoà bình', 'hòa bình'],
    ['khoẻ', 'khỏe'],
    ['thuỷ lợi', 'thủy lợi'],
    ['HOẠ', 'họa'],
    ['toàn', 'tòan'],
  ])('takes old and new tone placement as one: %s, %s', (old, young) => {
    expect(exactForm(old)).toBe(exactForm(young));
    expect(exactForm(old.normalize('NFD'))).toBe(exactForm(young));
  });

  it('keeps tones and letters that make another word', () => {
    const words = ['ma', 'má', 'mà', 'mả', 'mã', 'mạ', 'mơ', 'mô', 'mo', 'da', 'đa', 'hoa', 'hóa', 'hòa', 'của', 'cua'];
    expect(new Set(words.map(exactForm)).size).toBe(words.length);
  });

  it('is the text itself, in small letters, where no tone stands on oa, oe, uy', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        fc.pre(!/o[\u0300-\u0323][ae]|u[\u0300-\u0323]y/u.test(text.normalize('NFD')));
        expect(exactForm(text)).toBe(text.normalize('NFC'));
      }),
    );
  });
});
