import type { HandedInKind } from '../plan.evidence.contract.ts';

export interface NewEvidence {
  readonly id: string;
  readonly taskId: string;
  readonly kind: HandedInKind;
  readonly title: string;
  readonly url: string | null;
  readonly assetIds: readonly string[];
  readonly figure: number | null;
  readonly figureUnit: string;
  readonly note: string;
  readonly showsPeople?: boolean;
  readonly occurredOn: string;
}

/** Pure: each kind brings what it is named after; a figure says what it counts. */
export function isComplete(input: Pick<NewEvidence, 'kind' | 'url' | 'assetIds' | 'figure' | 'figureUnit'>): boolean {
  if (input.figure !== null && input.figureUnit === '') return false;
  switch (input.kind) {
    case 'link':
      return input.url !== null;
    case 'figure':
      return input.figure !== null;
    case 'file':
    case 'photo':
    case 'signed_sheet':
      return input.assetIds.length > 0;
    case 'note':
      return true;
  }
}

/** Pure: photos are pictures, files are documents, a signed sheet is a photo or a PDF of it; nothing else carries files. */
export function fitsKind(kind: HandedInKind, contentType: string): boolean {
  const isPicture = contentType.startsWith('image/');
  if (kind === 'photo') return isPicture;
  if (kind === 'file') return !isPicture;
  return kind === 'signed_sheet' && (isPicture || contentType === 'application/pdf');
}

interface Stored {
  readonly task_id: string | null;
  readonly kind: string;
  readonly title: string;
  readonly url: string | null;
  readonly figure: string | number | null;
  readonly figure_unit: string;
  readonly note: string;
  readonly shows_people: boolean | null;
  readonly occurred_on: string;
}

/** Pure: is this what was sent before under the same id? */
export function isSameEvidence(stored: Stored, assetIds: readonly string[], input: NewEvidence): boolean {
  return (
    stored.task_id === input.taskId &&
    stored.kind === input.kind &&
    stored.title === input.title &&
    stored.url === input.url &&
    (stored.figure === null ? null : Number(stored.figure)) === input.figure &&
    stored.figure_unit === input.figureUnit &&
    stored.note === input.note &&
    (stored.shows_people ?? false) === (input.showsPeople ?? false) &&
    stored.occurred_on === input.occurredOn &&
    assetIds.join() === input.assetIds.join()
  );
}
