import { changeLanguage, type PhoneLanguage, useLanguage, useText } from '../texts.ts';
import styles from './language-choice.module.css';

const languages: readonly PhoneLanguage[] = ['vi', 'en'];

/** Named by the language, never by a flag. */
export function LanguageChoice() {
  const t = useText();
  const shown = useLanguage();
  return (
    <p className={styles.choice}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={shown === language}
          onClick={() => void changeLanguage(language).catch(() => undefined)}
        >
          {t(`platform:language.${language}`)}
        </button>
      ))}
    </p>
  );
}
