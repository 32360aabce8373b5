import { errors as accountErrors, field, role, sign_in } from '../../modules/accounts/locales/en.json';
import { errors as mediaErrors } from '../../modules/media/locales/en.json';
import { action, evidence, errors as planErrors, rhythm, task, task_state } from '../../modules/plan/locales/en.json';
import {
  dialog,
  error,
  language as languageNames,
  loading,
  errors as platformErrors,
  shell,
  state,
} from '../../platform/i18n/en.json';
import phone from './locales/en.json';

export const english = {
  accounts: { errors: accountErrors, field, role, sign_in },
  media: { errors: mediaErrors },
  plan: { action, errors: planErrors, evidence, rhythm, task, task_state },
  platform: { dialog, error, errors: platformErrors, language: languageNames, loading, shell, state },
  phone,
};
