import { type ApplicationError, defineError } from '../../../platform/errors/errors.ts';

export const alreadyIssued = defineError('registry.already_issued', 409);
export const fieldsWrong = defineError('registry.fields_wrong', 422);
export const fieldsMissing = defineError('registry.fields_missing', 422);
export const subjectMissing = defineError('registry.subject_missing', 422);
export const addresseesMissing = defineError('registry.addressees_missing', 422);
export const unknownKind = defineError('registry.unknown_kind', 422);
export const fileType = defineError('registry.file_type', 422);
export const secretDocument = defineError('registry.secret_document', 422);
export const datesReversed = defineError('registry.dates_reversed', 422);
export const arrivesLater = defineError('registry.arrives_later', 422);
export const yearFixed = defineError('registry.year_fixed', 409);
export const noBrowser = defineError('registry.no_browser', 503);
export const printFailed = defineError('registry.print_failed', 500);
export const numberBack = defineError('registry.number_back', 409);
export const checkTooLarge = defineError('registry.check_too_large', 413);
export const checkNotDocx = defineError('registry.check_not_docx', 422);
export const checkOldWord = defineError('registry.check_old_word', 422);
export const checkPassword = defineError('registry.check_password', 422);
export const checkDamaged = defineError('registry.check_damaged', 422);

/** Why a file cannot be checked, by the reason that the checker gives. */
export const unreadable: Readonly<Record<string, () => ApplicationError>> = {
  too_large: checkTooLarge,
  not_docx: checkNotDocx,
  old_word: checkOldWord,
  password: checkPassword,
  damaged: checkDamaged,
};
