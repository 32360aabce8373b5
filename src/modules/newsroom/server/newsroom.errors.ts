import { defineError } from '../../../platform/errors/errors.ts';

export const languageUnknown = defineError('newsroom.language_unknown', 422);
export const editionExists = defineError('newsroom.edition_exists', 409);
export const clauseUnknown = defineError('newsroom.clause_unknown', 422);
export const clausesMissing = defineError('newsroom.clauses_missing', 409);
export const bodyNotValid = defineError('newsroom.body_not_valid', 422);
export const pictureUnknown = defineError('newsroom.picture_unknown', 422);
export const textIncomplete = defineError('newsroom.text_incomplete', 409);
export const alternativeTextMissing = defineError('newsroom.alternative_text_missing', 409);
export const reasonMissing = defineError('newsroom.reason_missing', 422);
export const ownWork = defineError('newsroom.own_work', 403);
export const publishTimePassed = defineError('newsroom.publish_time_passed', 422);
export const revisionChanged = defineError('newsroom.revision_changed', 409);
export const idTaken = defineError('newsroom.id_taken', 409);
