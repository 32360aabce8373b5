import { defineError } from '../../../platform/errors/errors.ts';

export const fileMissing = defineError('media.file_missing', 422);
export const typeNotAccepted = defineError('media.type_not_accepted', 415);
export const imageDamaged = defineError('media.image_damaged', 422);
export const tooManyPixels = defineError('media.too_many_pixels', 413);
export const evidenceTypeNotAccepted = defineError('media.evidence_type_not_accepted', 415);
export const documentDamaged = defineError('media.document_damaged', 422);
export const documentActive = defineError('media.document_active', 422);
export const documentLocked = defineError('media.document_locked', 422);
export const idTaken = defineError('media.id_taken', 409);
