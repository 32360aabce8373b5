import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const deskLanguages = ['vi', 'en'] as const;
export type DeskLanguage = (typeof deskLanguages)[number];
const storageKey = 'lantoa.language';

/** Texts of one language, by namespace. Loaded when the language is first needed. */
export type TextLoader = (language: DeskLanguage) => Promise<Record<string, object>>;

let load: TextLoader = async () => ({});

export function isDeskLanguage(value: unknown): value is DeskLanguage {
  return deskLanguages.some((language) => language === value);
}

function remembered(): DeskLanguage {
  try {
    const stored = localStorage.getItem(storageKey);
    return isDeskLanguage(stored) ? stored : 'vi';
  } catch {
    return 'vi';
  }
}

async function ensureTexts(language: DeskLanguage): Promise<void> {
  if (i18next.hasResourceBundle(language, 'platform')) return;
  for (const [namespace, texts] of Object.entries(await load(language))) {
    i18next.addResourceBundle(language, namespace, texts, true, true);
  }
}

/** Changes the language of the desk now and remembers it on this machine. */
export async function changeLanguage(language: DeskLanguage): Promise<void> {
  await ensureTexts(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that forbids storage forgets the choice; the profile still keeps it.
  }
}

/** Vietnamese unless this machine remembers another choice. Keys may be nested or flat with dots. */
export async function startTexts(loader: TextLoader): Promise<void> {
  load = loader;
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    supportedLngs: deskLanguages,
    defaultNS: 'platform',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  });
  await changeLanguage(remembered());
}
