import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

/** `receipt` is made by the system; the others are handed in. A signed sheet carries names and signatures of people: fewer may see it. */
export const evidenceKind = z.enum(['receipt', 'file', 'photo', 'link', 'figure', 'note', 'signed_sheet']);
export const handedInKind = evidenceKind.exclude(['receipt']);
export type EvidenceKind = z.infer<typeof evidenceKind>;
export type HandedInKind = z.infer<typeof handedInKind>;
export const mostFiles = 10;

const id = z.object({ id: z.uuid() });
const words = (maximum: number) => z.string().trim().max(maximum);
const changeErrors = [
  'platform.not_found',
  'platform.not_permitted',
  'platform.version_conflict',
  'platform.transition_not_allowed',
];

export const evidenceFile = z.object({
  assetId: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.number(),
  isPicture: z.boolean(),
});
export type EvidenceFile = z.infer<typeof evidenceFile>;
export const evidenceItem = z.object({
  id: z.string(),
  clauseId: z.string(),
  unitId: z.string(),
  taskId: z.string().nullable(),
  kind: evidenceKind,
  title: z.string(),
  url: z.string().nullable(),
  files: z.array(evidenceFile),
  figure: z.number().nullable(),
  /** What the figure counts: lượt, buổi, người. */
  figureUnit: z.string(),
  note: z.string(),
  /** People who can be recognised are on the photos, and have agreed, as who handed it in says; null where it was not asked yet. */
  showsPeople: z.boolean().nullable(),
  occurredOn: z.string(),
  isBySystem: z.boolean(),
  /** Of a receipt: where the item was published. */
  channelNames: z.record(z.string(), z.string()).nullable(),
  state: z.enum(['submitted', 'accepted', 'returned']),
  returnReason: z.string().nullable(),
  personName: z.string().nullable(),
  version: z.number().int(),
  abilities: z.record(z.string(), z.boolean()),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;

export const listReceipts = defineEndpoint({
  method: 'GET',
  path: '/api/evidence/receipts',
  summary: 'The newest evidence that the program recorded by itself, one line a publication',
  access: 'session',
  response: z.object({
    receipts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        url: z.string().nullable(),
        channelNames: z.record(z.string(), z.string()).nullable(),
        paths: z.array(z.string()),
        occurredOn: z.string(),
      }),
    ),
  }),
});
export const addEvidence = defineEndpoint({
  method: 'POST',
  path: '/api/evidence',
  summary: 'Hand in evidence; the same id again is the same evidence',
  access: 'session',
  body: z.object({
    id: z.uuid(),
    taskId: z.uuid(),
    kind: handedInKind,
    title: words(300).min(2),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .default(null),
    /** Files that the person uploaded before for the unit, with purpose `evidence`. */
    assetIds: z.array(z.uuid()).max(mostFiles).default([]),
    figure: z.number().finite().nullable().default(null),
    figureUnit: words(50).default(''),
    note: words(1000).default(''),
    /** Of photos only. False: nobody can be recognised. True: somebody can, and agreed; for children who cares for them. */
    showsPeople: z.boolean().default(false),
    occurredOn: z.iso.date(),
  }),
  response: evidenceItem,
  errors: [
    ...changeErrors,
    'plan.evidence_incomplete',
    'plan.evidence_in_future',
    'plan.asset_unknown',
    'plan.asset_unfit',
    'plan.evidence_id_taken',
  ],
});
export const acceptEvidence = defineEndpoint({
  method: 'POST',
  path: '/api/evidence/:id/accept',
  summary: 'Accept evidence that another person handed in',
  access: 'session',
  params: id,
  body: z.object({ version: z.number().int() }),
  response: evidenceItem,
  errors: changeErrors,
});
export const returnEvidence = defineEndpoint({
  method: 'POST',
  path: '/api/evidence/:id/return',
  summary: 'Return evidence with a reason',
  access: 'session',
  params: id,
  body: z.object({ version: z.number().int(), reason: words(1000).min(3) }),
  response: evidenceItem,
  errors: changeErrors,
});
export const getEvidenceFile = defineEndpoint({
  method: 'GET',
  path: '/api/evidence/:id/files/:assetId/:form',
  summary:
    'A file of evidence, for those who may see the evidence: a picture in two sizes, anything else as a download',
  access: 'session',
  params: z.object({ id: z.uuid(), assetId: z.uuid(), form: z.enum(['small', 'large', 'download']) }),
  response: z.unknown(),
  answers: 'binary',
  errors: ['platform.not_found'],
});
