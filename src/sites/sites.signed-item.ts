import { z } from 'zod';
import { sha256Hex } from '../platform/signing/canonical-json.ts';
import { type SigningKey, signItem } from '../platform/signing/item-signature.ts';
import type { Snapshot } from './sites.snapshot.ts';

/** What the signature of an item covers. `manifestHash` is what was approved, `textHash` what a reader sees. */
export const signedItemSchema = z.object({
  code: z.string(),
  editionId: z.string(),
  language: z.string(),
  title: z.string(),
  state: z.enum(['live', 'withdrawn', 'removed']),
  publishedAt: z.string(),
  updatedAt: z.string(),
  byUnit: z.string(),
  manifestHash: z.string(),
  textHash: z.string(),
});
export type SignedItem = z.infer<typeof signedItemSchema>;

/** Public contents without the signature, as the publisher hands them over. */
export type UnsignedSnapshot = Omit<Snapshot, 'jws'>;

/** SHA-256 of everything that a reader sees or hears of an item: its words, its HTML, its picture with the words of it. */
export function textHashOf(snapshot: Pick<Snapshot, 'title' | 'lead' | 'bodyHtml' | 'plainText' | 'cover'>): string {
  const { cover } = snapshot;
  const picture = [cover?.src ?? '', cover?.alt ?? '', cover?.credit ?? ''];
  const parts = [snapshot.title, snapshot.lead, snapshot.bodyHtml, snapshot.plainText, ...picture];
  return sha256Hex(JSON.stringify(parts));
}

export function signedItemOf(snapshot: UnsignedSnapshot): SignedItem {
  const { code, editionId, language, title, state, publishedAt, updatedAt, byUnit, manifestHash } = snapshot;
  return {
    code,
    editionId,
    language,
    title,
    state,
    publishedAt,
    updatedAt,
    byUnit,
    manifestHash,
    textHash: textHashOf(snapshot),
  };
}

/** Signs a snapshot; to be done again at every change of it, a withdrawal too. */
export async function signSnapshot(key: SigningKey, snapshot: UnsignedSnapshot): Promise<Snapshot> {
  return { ...snapshot, jws: await signItem(key, signedItemOf(snapshot)) };
}
