import type { JSONWebKeySet } from 'jose';
import { verifyItem } from '../platform/signing/item-signature.ts';
import type { SiteSnapshot } from './pages/parts.ts';
import { signedItemOf, signedItemSchema } from './sites.signed-item.ts';

export interface Verification {
  readonly snapshot: SiteSnapshot;
  /** True when the signature is good and covers exactly what is shown. */
  readonly isGenuine: boolean;
  readonly isTestKey: boolean;
  readonly keyId: string | null;
}

/** Compares what is shown with what was signed, field by field. */
export async function verifySnapshot(snapshot: SiteSnapshot, keys: JSONWebKeySet): Promise<Verification> {
  const verified = await verifyItem(snapshot.jws, keys);
  const signed = signedItemSchema.safeParse(verified?.payload);
  const shown = signedItemOf(snapshot);
  const isGenuine =
    signed.success &&
    Object.entries(shown).every(([name, value]) =>
      Object.entries(signed.data).some(([other, signedValue]) => other === name && signedValue === value),
    );
  return { snapshot, isGenuine, isTestKey: verified?.isTest ?? false, keyId: verified?.keyId ?? null };
}

/** The file that a reader keeps and `lantoa verify` reads. */
export function signedFileOf({ snapshot }: Verification, publicUrl: string): string {
  const { code, language, title, manifestHash, jws } = snapshot;
  const file = {
    code,
    language,
    title: snapshot.state === 'removed' ? null : title,
    manifestHash,
    verifyAt: `${publicUrl}/xac-thuc/${code}`,
    jws,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export interface Comparison {
  readonly text: string;
  readonly sentences: number;
  readonly missing: readonly string[];
}

const plain = (text: string): string =>
  text.normalize('NFC').replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();

/** Which sentences of a pasted text do not stand word for word in the item. Blanks and kinds of quotes do not count. */
export function compareText(snapshot: Pick<SiteSnapshot, 'title' | 'lead' | 'plainText'>, pasted: string): Comparison {
  const whole = plain(`${snapshot.title}\n${snapshot.lead}\n${snapshot.plainText}`);
  const sentences = pasted
    .split(/(?<=[.!?…])\s+|\n+/)
    .map(plain)
    .filter((sentence) => sentence !== '');
  const missing = whole.includes(plain(pasted)) ? [] : sentences.filter((sentence) => !whole.includes(sentence));
  return { text: pasted, sentences: sentences.length, missing };
}
