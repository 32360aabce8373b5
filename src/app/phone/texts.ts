import { useSyncExternalStore } from 'react';
import { errors as accountErrors, field, role, sign_in } from '../../modules/accounts/locales/vi.json';
import { errors as mediaErrors } from '../../modules/media/locales/vi.json';
import { action, evidence, errors as planErrors, rhythm, task, task_state } from '../../modules/plan/locales/vi.json';
import {
  dialog,
  error,
  language as languageNames,
  loading,
  errors as platformErrors,
  shell,
  state,
} from '../../platform/i18n/vi.json';
import { ApiError } from '../../platform/ui/api-client.ts';
import phone from './locales/vi.json';

export type PhoneLanguage = 'vi' | 'en';
export type Text = (key: string, values?: Record<string, unknown>) => string;
type Texts = Record<string, object>;

/** Of each module what the phone pages say; the rest of its words stays out of the build. */
const vietnamese: Texts = {
  accounts: { errors: accountErrors, field, role, sign_in },
  media: { errors: mediaErrors },
  plan: { action, errors: planErrors, evidence, rhythm, task, task_state },
  platform: { dialog, error, errors: platformErrors, language: languageNames, loading, shell, state },
  phone,
};
/** Vietnamese comes with the program, so that the first page needs no further request. */
const texts: Partial<Record<PhoneLanguage, Texts>> = { vi: vietnamese };
/** The desk remembers the language under the same key (platform/ui/i18n.ts). */
const storageKey = 'lantoa.language';
let language: PhoneLanguage = 'vi';
const listeners = new Set<() => void>();

/** The text of `namespace:key` in the language that is shown, else in Vietnamese; null where there is none. */
export function findText(address: string, values: Record<string, unknown> = {}): string | null {
  const [namespace = '', key = ''] = address.includes(':') ? address.split(':') : ['phone', address];
  for (const each of new Set<PhoneLanguage>([language, 'vi'])) {
    const found = textAt(texts[each]?.[namespace], key, each, values.count);
    if (found !== null) return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  }
  return null;
}

function textAt(tree: object | undefined, key: string, each: PhoneLanguage, count: unknown): string | null {
  if (typeof count === 'number') {
    const counted = textAt(tree, `${key}_${new Intl.PluralRules(each).select(count)}`, each, null);
    if (counted !== null) return counted;
  }
  let found: unknown = tree;
  for (const step of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[step];
  return typeof found === 'string' ? found : null;
}

/** The words of a refusal, as the server's module has them. */
export function errorText(code: string, details: Record<string, unknown> = {}): string {
  const [namespace = '', name = ''] = code.split('.');
  return findText(`${namespace}:errors.${name}`, details) ?? findText('platform:errors.unexpected') ?? code;
}
export function textOfError(error: unknown): string {
  return error instanceof ApiError ? errorText(error.code, error.details) : errorText('platform.unexpected');
}

export async function changeLanguage(next: PhoneLanguage): Promise<void> {
  if (next === 'en' && texts.en === undefined) texts.en = (await import('./texts-en.ts')).english;
  language = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // A browser that forbids storage forgets the choice; the profile still keeps it.
  }
  for (const listener of listeners) listener();
}

export function rememberedLanguage(): PhoneLanguage {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export function useLanguage(): PhoneLanguage {
  return useSyncExternalStore(subscribe, () => language);
}
/** Texts of the phone pages; another module's by `plan:action.accept`. */
export function useText(): Text {
  useLanguage();
  return (key, values) => findText(key, values) ?? key;
}
