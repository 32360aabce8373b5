import { dayOf } from '../../../platform/ui/date-format.ts';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { dayOfPhoto } from './exif-day.ts';
import type { PreparedFile } from './hand-in.ts';

/** Enough to read a notice board in the picture, a tenth of the bytes of the camera. */
const longestSide = 1600;
const quality = 0.82;

export interface PreparedPicture extends PreparedFile {
  /** The day it was taken, where the camera wrote it; the hour and the place are not read. */
  readonly takenOn: string | null;
}

/**
 * Scales a picture down on the device. Drawing it anew leaves everything else behind: place, device, hour. Null where this
 * browser cannot read the picture.
 */
export async function preparePicture(file: File): Promise<PreparedPicture | null> {
  const takenOn = dayOfPhoto(await file.arrayBuffer());
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (image === null) return null;
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  // A PNG may be clear where a JPEG is black.
  if (context) context.fillStyle = '#ffffff';
  context?.fillRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (content === null) return null;
  const fileName = `${file.name.replace(/\.[^.]*$/, '') || 'anh'}.jpg`;
  return { id: newClientId(Date.now()), fileName, content, takenOn: takenOn ?? dayOfFile(file) };
}

/** A copy of the bytes: the phone may take the chosen file away before it is sent. */
export async function prepareDocument(file: File): Promise<PreparedFile> {
  const content = new Blob([await file.arrayBuffer()], { type: file.type });
  return { id: newClientId(Date.now()), fileName: file.name, content };
}

function dayOfFile(file: File): string | null {
  return file.lastModified > 0 ? dayOf(new Date(file.lastModified)) : null;
}
