import type { BodyDocument } from '../newsroom.contract.ts';

/** What was typed into an edition and has not reached the server; kept in the browser until it has. */
export interface UnsentText {
  readonly title: string;
  readonly lead: string;
  readonly body: BodyDocument;
  readonly coverAssetId: string | null;
  /** Version of the edition that the writing began from. */
  readonly version: number;
}

const keyOf = (editionId: string) => `lantoa.unsent.${editionId}`;

export function readUnsent(editionId: string): UnsentText | null {
  try {
    const stored = localStorage.getItem(keyOf(editionId));
    return stored === null ? null : (JSON.parse(stored) as UnsentText);
  } catch {
    return null;
  }
}

/** False where the browser keeps nothing (private mode, full): the screen then says so. */
export function keepUnsent(editionId: string, text: UnsentText): boolean {
  try {
    localStorage.setItem(keyOf(editionId), JSON.stringify(text));
    return true;
  } catch {
    return false;
  }
}

export function dropUnsent(editionId: string): void {
  try {
    localStorage.removeItem(keyOf(editionId));
  } catch {
    // Nothing was kept, so nothing needs to go.
  }
}
