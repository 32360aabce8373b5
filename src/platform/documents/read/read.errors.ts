import { type ApplicationError, defineError } from '../../errors/errors.ts';
import { DocumentReadError, type ReadErrorCode } from './read-types.ts';

const makers: Readonly<Record<ReadErrorCode, (details?: Record<string, unknown>) => ApplicationError>> = {
  'platform.document_scan': defineError('platform.document_scan', 422),
  'platform.document_password': defineError('platform.document_password', 422),
  'platform.document_damaged': defineError('platform.document_damaged', 422),
  'platform.document_foreign': defineError('platform.document_foreign', 422),
  'platform.document_old_word': defineError('platform.document_old_word', 422),
  'platform.document_too_large': defineError('platform.document_too_large', 413),
  'platform.document_too_many_pages': defineError('platform.document_too_many_pages', 422),
  'platform.document_too_nested': defineError('platform.document_too_nested', 422),
  'platform.document_expands': defineError('platform.document_expands', 422),
  'platform.document_too_slow': defineError('platform.document_too_slow', 422),
  'platform.document_stopped': defineError('platform.document_stopped', 409),
  'platform.document_busy': defineError('platform.document_busy', 503),
};

export const documentReadErrors = Object.keys(makers) as readonly ReadErrorCode[];

/** Why a document is not read, as an answer to the person; everything else passes as it is. */
export function explainReadError(error: unknown): unknown {
  return error instanceof DocumentReadError ? makers[error.code]({ ...error.details }) : error;
}
