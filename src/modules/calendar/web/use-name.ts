import { useTranslation } from 'react-i18next';

/** A name kept in several languages, in the language of the desk. */
export function useName(): (names: Readonly<Record<string, string>>) => string {
  const { i18n } = useTranslation();
  return (names) => names[i18n.language] ?? names.vi ?? Object.values(names)[0] ?? '';
}
