/** An error that a person can act on. `code` is the key of its text in the user's language (`newsroom.version_conflict`). */
export class ApplicationError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;
  constructor(code: string, status: number, details: Record<string, unknown>) {
    super(code);
    this.name = 'ApplicationError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

const registry = new Map<string, number>();

/** Declares one error of a module. The call gives a maker: `throw versionConflict({ current: 3 })`. */
export function defineError(code: string, status: number): (details?: Record<string, unknown>) => ApplicationError {
  registry.set(code, status);
  return (details = {}) => new ApplicationError(code, status, details);
}

/** Every declared error code; a test asserts that each has a Vietnamese and an English text. */
export function declaredErrors(): readonly string[] {
  return [...registry.keys()].sort();
}

export const notFound = defineError('platform.not_found', 404);
export const notPermitted = defineError('platform.not_permitted', 403);
export const signInRequired = defineError('platform.sign_in_required', 401);
export const versionConflict = defineError('platform.version_conflict', 409);
export const invalidInput = defineError('platform.invalid_input', 422);
export const transitionNotAllowed = defineError('platform.transition_not_allowed', 409);
export const requestForged = defineError('platform.request_forged', 403);
export const databaseAway = defineError('platform.database_away', 503);
export const payloadTooLarge = defineError('platform.payload_too_large', 413);
