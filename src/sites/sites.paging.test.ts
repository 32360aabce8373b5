import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partLength, partsOf } from './sites.paging.ts';

it('puts every item on exactly one page, in order, and no page beyond the last is empty', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 130 }), (items) => {
      const parts = partsOf(items);
      expect(parts.flatMap((part) => part.items)).toEqual(items);
      expect(parts.every((part) => part.items.length <= partLength && part.count === parts.length)).toBe(true);
      expect(parts.slice(1).every((part) => part.items.length > 0)).toBe(true);
    }),
  );
});

it('an empty list is still a page to look at', () => {
  expect(partsOf([])).toEqual([{ items: [], number: 1, count: 1 }]);
});
