import sharp from 'sharp';
import { maximumPixels, type RenditionName } from '../media.contract.ts';
import { imageDamaged, tooManyPixels, typeNotAccepted } from './media.errors.ts';

export interface ImageFacts {
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
}
export interface MadeRendition {
  readonly name: RenditionName;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

const sizes = [
  { size: 'small', width: 400 },
  { size: 'large', width: 1600 },
] as const;

/** The kind by its first bytes, before any decoder sees it: an SVG or a PDF never reaches one. */
export function sniffImageType(bytes: Buffer): string | null {
  const text = bytes.subarray(0, 32).toString('latin1');
  if (text.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (text.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp' && /avif|avis/.test(text.slice(8))) return 'image/avif';
  return null;
}

/** Kind and size as the picture is seen, turned by its orientation. Throws what a person can act on. */
export async function inspectImage(bytes: Buffer): Promise<ImageFacts> {
  const contentType = sniffImageType(bytes);
  if (!contentType) throw typeNotAccepted();
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (!metadata?.width || !metadata.height) throw imageDamaged();
  if (contentTypeOf(metadata.format) !== contentType) throw typeNotAccepted();
  if (metadata.width * metadata.height > maximumPixels) throw tooManyPixels({ limitMegapixels: maximumPixels / 1e6 });
  const { width, height } = metadata.autoOrient;
  return { contentType, width, height };
}

/**
 * The picture again without its metadata (EXIF with place and device, XMP, IPTC, comments): of evidence the place is the
 * unit's commune, never coordinates (Luật 91/2025/QH15: no more data than the purpose needs). Turned upright, since the
 * mark of its orientation goes too; decoding it anew also drops whatever was hung onto the file. First frame only.
 */
export async function withoutMetadata(bytes: Buffer): Promise<{ bytes: Buffer; contentType: string }> {
  const isOpaque = sniffImageType(bytes) === 'image/jpeg';
  const image = sharp(bytes, { limitInputPixels: maximumPixels, failOn: 'error' }).autoOrient();
  const encoded = isOpaque ? image.jpeg({ quality: 90 }) : image.webp({ quality: 90 });
  const data = await encoded.toBuffer().catch(() => {
    throw imageDamaged();
  });
  return { bytes: data, contentType: isOpaque ? 'image/jpeg' : 'image/webp' };
}

/**
 * Two widths as WebP and JPEG, never larger than the picture. sharp writes no EXIF, so the place and the device of the
 * photographer do not go out (Luật 91/2025/QH15).
 */
export async function makeRenditions(bytes: Buffer): Promise<MadeRendition[]> {
  const made: MadeRendition[] = [];
  for (const { size, width } of sizes) {
    for (const kind of ['webp', 'jpeg'] as const) {
      const scaled = sharp(bytes, { limitInputPixels: maximumPixels, failOn: 'error' })
        .autoOrient()
        .resize({ width, withoutEnlargement: true });
      const encoded =
        kind === 'webp'
          ? scaled.webp({ quality: 80 })
          : scaled.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true });
      const { data, info } = await encoded.toBuffer({ resolveWithObject: true }).catch(() => {
        throw imageDamaged();
      });
      made.push({
        name: `${size}-${kind}`,
        contentType: `image/${kind}`,
        width: info.width,
        height: info.height,
        bytes: data,
      });
    }
  }
  return made;
}

function contentTypeOf(format: string | undefined): string {
  return format === 'heif' || format === 'avif' ? 'image/avif' : `image/${format ?? ''}`;
}
