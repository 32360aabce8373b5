import { html } from '../../platform/html/html.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import type { Part } from '../sites.paging.ts';
import type { SiteLanguage } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';
import { listFrame, pager } from './list-parts.ts';
import { type SiteSnapshot, storyItem } from './parts.ts';

/** Everything that is live in a language, newest first: what no longer stands on the front page is found here. */
export function newsPage(content: SiteContent, input: { language: SiteLanguage; part: Part<SiteSnapshot> }): string {
  const { language, part } = input;
  const texts = textsOf(language);
  const listPart = { language, list: { name: 'news' }, part } as const;
  return renderPage({
    content,
    language,
    ...listFrame({ ...listPart, title: texts.allNews }),
    description: content.settings.siteName[language],
    day: { prefix: '', value: content.today },
    isExample: content.settings.isExample,
    main: html`<div class="wrap page-head"><h1>${texts.allNews}</h1></div>
<div class="wrap list"><h2 class="visually-hidden">${texts.latest}</h2>${part.items.length === 0 ? html`<p class="lede">${texts.nothingYet}</p>` : part.items.map((snapshot) => storyItem(content, snapshot))}${pager(listPart)}</div>`,
  });
}
