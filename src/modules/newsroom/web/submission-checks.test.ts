import { expect, it } from 'vitest';
import { type Check, checksOf } from './submission-checks.ts';

const complete = {
  story: { clauses: [], noClauseReason: 'Không thuộc mục nào' },
  edition: { isSource: true, isStale: false },
  text: {
    title: 'Then Kin Pang',
    body: { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Chữ.' }] }] },
  },
  hasUnsent: false,
  coverAlt: null,
};
const stateOf = (checks: readonly Check[], name: string) => checks.find((check) => check.name === name)?.state;

it('finds nothing missing in a complete text', () => {
  expect(checksOf(complete).every((check) => check.state === 'met')).toBe(true);
});

it('sees a picture deep inside a quote that has no alternative text', () => {
  const image = { type: 'image', attrs: { assetId: 'a', alt: ' ' } };
  const body = { type: 'doc' as const, content: [{ type: 'blockquote', content: [image] }] };
  const checks = checksOf({ ...complete, text: { title: 'Có ảnh', body } });
  expect(stateOf(checks, 'alt')).toBe('missing');
  expect(stateOf(checks, 'body')).toBe('met');
});

it('takes an empty paragraph for no text at all', () => {
  const body = { type: 'doc' as const, content: [{ type: 'paragraph' }] };
  expect(stateOf(checksOf({ ...complete, text: { title: 'Trống', body } }), 'body')).toBe('missing');
});

it('asks for the cover words in the language of the edition', () => {
  expect(stateOf(checksOf({ ...complete, coverAlt: '' }), 'cover_alt')).toBe('missing');
  expect(stateOf(checksOf(complete), 'cover_alt')).toBeUndefined();
});

it('holds words that have not reached the server against handing in, a stale translation only as advice', () => {
  const checks = checksOf({ ...complete, hasUnsent: true, edition: { isSource: false, isStale: true } });
  expect(stateOf(checks, 'sent')).toBe('missing');
  expect(stateOf(checks, 'source')).toBe('advice');
});
