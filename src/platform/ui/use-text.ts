import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from './api-client.ts';

export type Text = (key: string, values?: Record<string, unknown>) => string;

/** Texts of one module: `const t = useText('plan'); t('state.running')`. Keys are flat; plural by `{ count }`. */
export function useText(namespace: string): Text {
  const { t } = useTranslation(namespace);
  return useCallback((key, values) => t(key, { ns: namespace, ...values }) as string, [t, namespace]);
}

/** Where the text of an error code stands: `newsroom.version_conflict` is key `errors.version_conflict` in `newsroom`. */
export function errorTextKey(code: string): { namespace: string; key: string } {
  const dot = code.indexOf('.');
  return { namespace: code.slice(0, dot), key: `errors.${code.slice(dot + 1)}` };
}

/** Turns any thrown value into words that say what to do. */
export function useErrorText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('platform');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t('errors.unexpected', { ns: 'platform' }) as string;
      const { namespace, key } = errorTextKey(error.code);
      if (i18n.exists(key, { ns: namespace })) return t(key, { ns: namespace, ...error.details }) as string;
      return t('errors.unexpected', { ns: 'platform' }) as string;
    },
    [t, i18n],
  );
}
