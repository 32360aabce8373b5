import { html } from '../../platform/html/html.ts';
import { themeSign } from '../art/emblems.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import { pathOf } from '../sites.paths.ts';
import { type SiteLanguage, type SiteTheme, siteLanguages } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';
import { liveSnapshots, storyItem } from './parts.ts';

export function themePage(content: SiteContent, input: { language: SiteLanguage; theme: SiteTheme }): string {
  const { language, theme } = input;
  const texts = textsOf(language);
  const stories = liveSnapshots(content, language).filter((snapshot) => snapshot.themeKey === theme.key);
  const summary = theme.summary?.[language];
  return renderPage({
    content,
    language,
    path: pathOf(language, { name: 'theme', key: theme.key }),
    title: theme.title[language],
    description: summary || theme.title[language],
    alternates: siteLanguages.map((other) => ({
      language: other,
      path: pathOf(other, { name: 'theme', key: theme.key }),
    })),
    day: { prefix: '', value: content.today },
    isExample: content.settings.isExample,
    main: html`<div class="wrap page-head">${themeSign(content.themes.indexOf(theme))}<p class="kicker">${texts.themes}</p><h1>${theme.title[language]}</h1>${summary && html`<p class="lede">${summary}</p>`}</div>
<div class="wrap list"><h2 class="visually-hidden">${texts.latest}</h2>${stories.length === 0 ? html`<p class="lede">${texts.nothingYet}</p>` : stories.map((snapshot) => storyItem(content, snapshot))}</div>`,
  });
}
