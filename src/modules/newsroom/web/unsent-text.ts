import { z } from 'zod';
import { bodyDocument } from '../newsroom.shapes.contract.ts';

/** What was typed into an edition and has not reached the server; kept in the browser until it has. */
const unsentText = z.object({
  title: z.string(),
  lead: z.string(),
  body: bodyDocument,
  coverAssetId: z.string().nullable(),
  /** The revision, and the version of the edition, that the writing began from. */
  revisionId: z.string(),
  version: z.number().int(),
});
export type UnsentText = Readonly<z.infer<typeof unsentText>>;

/** For a browser that keeps nothing: the words live at least as long as the page, whatever tab is open. */
const inMemory = new Map<string, UnsentText>();
const keyOf = (editionId: string) => `lantoa.unsent.${editionId}`;

export function readUnsent(editionId: string): UnsentText | null {
  try {
    const stored = localStorage.getItem(keyOf(editionId));
    if (stored !== null) return unsentText.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    // Read from memory instead.
  }
  return inMemory.get(editionId) ?? null;
}

/** False where the browser keeps nothing (private mode, full): the screen then says so. */
export function keepUnsent(editionId: string, text: UnsentText): boolean {
  inMemory.set(editionId, text);
  try {
    localStorage.setItem(keyOf(editionId), JSON.stringify(text));
    return true;
  } catch {
    return false;
  }
}

export function dropUnsent(editionId: string): void {
  inMemory.delete(editionId);
  try {
    localStorage.removeItem(keyOf(editionId));
  } catch {
    // Nothing was kept, so nothing needs to go.
  }
}
