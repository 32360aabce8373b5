import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, newPublicCode, normalisePublicCode } from './ids.ts';

describe('ids', () => {
  it('sort by the time of their making', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.integer({ min: 1, max: 10_000 }), (time, step) => {
        expect(newId(time) < newId(time + step)).toBe(true);
        expect(newId(time)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });

  it('are read back from a code however a person types it', () => {
    for (let round = 0; round < 200; round += 1) {
      const code = newPublicCode();
      expect(normalisePublicCode(code)).toBe(code);
      expect(
        normalisePublicCode(
          `${code.slice(0, 5).toLowerCase()} - ${code.slice(5).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')}`,
        ),
      ).toBe(code);
    }
  });

  it('notice almost every wrong character', () => {
    let missed = 0;
    for (let round = 0; round < 500; round += 1) {
      const code = newPublicCode();
      const wrong = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
      if (normalisePublicCode(wrong)) missed += 1;
    }
    expect(missed).toBeLessThan(25);
  });
});
