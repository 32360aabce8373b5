import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

/** What the media store takes; the kind is read from the bytes, never from the name. */
export const acceptedImageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
/** Evidence is also taken as a document. It is checked at the door (media.documents.ts) and only ever downloaded. */
export const acceptedDocumentTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
/** `library`: pictures that the department shows. `evidence`: files that are seen through their evidence only. */
export const assetPurpose = z.enum(['library', 'evidence']);
export type AssetPurpose = z.infer<typeof assetPurpose>;
export const maximumUploadBytes = 25 * 1024 * 1024;
export const maximumPixels = 60_000_000;
/** Two widths, each as WebP for the web and as JPEG for everything else; `original` is the file as it came. */
export const renditionName = z.enum(['small-webp', 'small-jpeg', 'large-webp', 'large-jpeg']);
export type RenditionName = z.infer<typeof renditionName>;

/** Words of people. PostgreSQL holds no NUL and JSON no half of a surrogate pair, so neither comes in. */
const words = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'));
const credit = words(200);
const rights = words(500);
const alternativeText = words(500);

export const rendition = z.object({
  name: renditionName,
  contentType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  /** Address for people who are signed in. */
  url: z.string(),
});
export const asset = z.object({
  id: z.uuid(),
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  credit: z.string(),
  rights: z.string(),
  /** Alternative text per language code. */
  altTexts: z.record(z.string(), z.string()),
  ownerUnitId: z.string(),
  ownerUnitNames: z.record(z.string(), z.string()),
  isExample: z.boolean(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  createdByName: z.string().nullable(),
  renditions: z.array(rendition),
  abilities: z.object({ update: z.boolean() }),
});
export type Asset = z.infer<typeof asset>;

const assetParams = z.object({ id: z.uuid() });

export const uploadAsset = defineEndpoint({
  method: 'POST',
  path: '/api/assets',
  summary: 'Upload a picture, or a file of evidence; the client may make the id, so that a repeated upload is the same',
  access: 'session',
  upload: 'file',
  body: z.object({
    id: z.uuid().optional(),
    ownerUnitId: words(100).min(1),
    purpose: assetPurpose.default('library'),
    credit: credit.default(''),
    rights: rights.default(''),
    altVi: alternativeText.default(''),
    altEn: alternativeText.default(''),
  }),
  response: asset,
  errors: [
    'platform.not_permitted',
    'platform.payload_too_large',
    'media.file_missing',
    'media.type_not_accepted',
    'media.image_damaged',
    'media.too_many_pixels',
    'media.evidence_type_not_accepted',
    'media.document_damaged',
    'media.document_active',
    'media.document_locked',
    'media.id_taken',
  ],
});

export const listAssets = defineEndpoint({
  method: 'GET',
  path: '/api/assets',
  summary: 'Pictures that the person may see, newest first; 40 a page',
  access: 'session',
  query: z.object({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    search: words(100).optional(),
    ownerUnitId: words(100).optional(),
  }),
  response: z.object({ assets: z.array(asset), total: z.number().int() }),
});

export const getAsset = defineEndpoint({
  method: 'GET',
  path: '/api/assets/:id',
  summary: 'One picture with its renditions',
  access: 'session',
  params: assetParams,
  response: asset,
  errors: ['platform.not_found'],
});

export const updateAsset = defineEndpoint({
  method: 'PUT',
  path: '/api/assets/:id',
  summary: 'Change credit, rights and alternative texts',
  access: 'session',
  params: assetParams,
  body: z.object({
    version: z.number().int(),
    credit,
    rights: rights.default(''),
    altTexts: z.record(z.string().regex(/^[a-z]{2,3}$/), alternativeText),
  }),
  response: asset,
  errors: ['platform.not_found', 'platform.not_permitted', 'platform.version_conflict'],
});

export const getRendition = defineEndpoint({
  method: 'GET',
  path: '/api/assets/:id/:rendition',
  summary: 'The picture itself; `original` is the file as it came and is downloaded, never shown inline',
  access: 'session',
  params: z.object({ id: z.uuid(), rendition: z.enum([...renditionName.options, 'original']) }),
  response: z.unknown(),
  answers: 'binary',
  errors: ['platform.not_found'],
});
