import sharp, { type Exif } from 'sharp';
import { expect, test } from 'vitest';
import { dayOfPhoto } from './exif-day.ts';

const photo = (exif?: Exif) => {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#263b78' } });
  return (exif ? image.withExif(exif) : image).jpeg().toBuffer();
};
const bytesOf = (buffer: Buffer) => Uint8Array.from(buffer).buffer;

test('the day of a photo is read from what the camera wrote', async () => {
  const taken = await photo({ IFD0: { Make: 'Máy' }, IFD2: { DateTimeOriginal: '2026:11:03 08:15:00' } });
  expect(dayOfPhoto(bytesOf(taken))).toBe('2026-11-03');
});

test('a photo without a date, another kind of file and a damaged one give no day', async () => {
  expect(dayOfPhoto(bytesOf(await photo()))).toBeNull();
  expect(dayOfPhoto(bytesOf(await photo({ IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } })))).toBeNull();
  expect(dayOfPhoto(bytesOf(Buffer.from('%PDF-1.7')))).toBeNull();
  expect(dayOfPhoto(new ArrayBuffer(0))).toBeNull();
  const taken = await photo({ IFD2: { DateTimeOriginal: '2026:11:03 08:15:00' } });
  expect(dayOfPhoto(bytesOf(taken.subarray(0, 60)))).toBeNull();
});
