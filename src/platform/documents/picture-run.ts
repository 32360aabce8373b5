import { ImageRun } from 'docx';
import { oneLine } from './document-text.ts';
import type { PictureBlock } from './official-document.ts';

const pixelsPerMillimetre = 96 / 25.4;
const highestPictureMm = 180;

/** A picture as wide as it is or as there is room, said in words to those who cannot see it. */
export function pictureRun(block: PictureBlock, roomMm: number): ImageRun {
  const naturalMm = block.widthPx / pixelsPerMillimetre;
  const ratio = block.heightPx / Math.max(block.widthPx, 1);
  const widthMm = Math.min(block.widthMm ?? naturalMm, roomMm, highestPictureMm / Math.max(ratio, 0.01));
  const alternative = oneLine(block.alternative);
  return new ImageRun({
    type: block.format,
    data: block.bytes,
    transformation: { width: widthMm * pixelsPerMillimetre, height: widthMm * ratio * pixelsPerMillimetre },
    altText: { name: alternative, title: alternative, description: alternative },
  });
}
