import { expect, test } from 'vitest';
import { languageName } from './language-name.ts';

test('a language is called by its name, in the language of the reader', () => {
  expect(languageName('vi', 'vi')).toBe('Tiếng Việt');
  expect(languageName('lo', 'vi')).toBe('Tiếng Lào');
  expect(languageName('en', 'en')).toBe('English');
});

test('what is a name already stays as it is', () => {
  expect(languageName('Tiếng Việt', 'vi')).toBe('Tiếng Việt');
});
