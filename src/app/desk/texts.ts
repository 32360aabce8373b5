import type { TextLoader } from '../../platform/ui/i18n.ts';

const files = {
  ...import.meta.glob<object>('../../modules/*/locales/*.json', { import: 'default' }),
  ...import.meta.glob<object>('../../platform/i18n/*.json', { import: 'default' }),
};

/** Texts of every module in one language; the build puts each language into one file (vite.config.ts). */
export const loadTexts: TextLoader = async (language) => {
  const texts: Record<string, object> = {};
  await Promise.all(
    Object.entries(files).map(async ([path, load]) => {
      if (!path.endsWith(`/${language}.json`)) return;
      const namespace = /modules\/([^/]+)\//.exec(path)?.[1] ?? 'platform';
      texts[namespace] = await load();
    }),
  );
  return texts;
};
