import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawBar } from './draw-bar.ts';

test('a bar is as long as its parts are of the whole, in their colours, and said in words', async () => {
  const bar = await drawBar({
    parts: [
      { count: 3, colour: '#1f5a3c' },
      { count: 0, colour: '#ff0000' },
      { count: 1, colour: '#b3261e' },
    ],
    total: 8,
    alternative: 'Đã thực hiện 3, quá hạn 1',
  });
  expect([bar.widthPx, bar.heightPx, bar.alternative]).toEqual([640, 44, 'Đã thực hiện 3, quá hạn 1']);
  const { data, info } = await sharp(bar.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number) => {
    const at = (22 * info.width + x) * info.channels;
    return `#${[...data.subarray(at, at + 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  };
  expect([10, 200, 260, 300, 400].map(colourAt)).toEqual(['#1f5a3c', '#1f5a3c', '#b3261e', '#b3261e', '#ffffff']);
});
