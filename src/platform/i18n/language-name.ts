/** The name of a language by its code: `vi` → "Tiếng Việt" in a Vietnamese desk. What is no code stays as it is. */
export function languageName(code: string, readersLanguage: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code)) return code;
  const name = new Intl.DisplayNames([readersLanguage], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(readersLanguage) + name.slice(1);
}
