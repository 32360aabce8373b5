import { defineError } from '../../../platform/errors/errors.ts';

export const wrongPassword = defineError('accounts.wrong_password', 401);
export const tooManyAttempts = defineError('accounts.too_many_attempts', 429);
export const invitationNotValid = defineError('accounts.invitation_not_valid', 404);
export const emailInUse = defineError('accounts.email_in_use', 409);
export const passwordTooCommon = defineError('accounts.password_too_common', 422);
export const roleNotForUnit = defineError('accounts.role_not_for_unit', 422);
