import { defineError } from '../../../platform/errors/errors.ts';

export const kindAlwaysInApp = defineError('notifications.kind_always_in_app', 422);
export const mailNotSet = defineError('notifications.mail_not_set', 409);
/** `answer`: the words of the mail server. */
export const mailNotTaken = defineError('notifications.mail_not_taken', 422);
export const mailPasswordInClear = defineError('notifications.mail_password_in_clear', 422);
export const mailAuthorityNotValid = defineError('notifications.mail_authority_not_valid', 422);
