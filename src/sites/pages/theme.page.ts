import { html } from '../../platform/html/html.ts';
import { themeSign } from '../art/emblems.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import type { Part } from '../sites.paging.ts';
import type { SiteLanguage, SiteTheme } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';
import { listFrame, pager } from './list-parts.ts';
import { type SiteSnapshot, storyItem } from './parts.ts';

export function themePage(
  content: SiteContent,
  input: { language: SiteLanguage; theme: SiteTheme; part: Part<SiteSnapshot> },
): string {
  const { language, theme, part } = input;
  const texts = textsOf(language);
  const listPart = { language, list: { name: 'theme', key: theme.key }, part } as const;
  const summary = theme.summary?.[language];
  return renderPage({
    content,
    language,
    ...listFrame({ ...listPart, title: theme.title[language] }),
    description: summary || theme.title[language],
    day: { prefix: '', value: content.today },
    isExample: content.settings.isExample,
    main: html`<div class="wrap page-head">${themeSign(content.themes.indexOf(theme))}<p class="kicker">${texts.themes}</p><h1>${theme.title[language]}</h1>${summary && html`<p class="lede">${summary}</p>`}</div>
<div class="wrap list"><h2 class="visually-hidden">${texts.latest}</h2>${part.items.length === 0 ? html`<p class="lede">${texts.nothingYet}</p>` : part.items.map((snapshot) => storyItem(content, snapshot))}${pager(listPart)}</div>`,
  });
}
