import { html } from '../../platform/html/html.ts';
import { shortDate } from '../sites.dates.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import type { Part } from '../sites.paging.ts';
import type { SiteLanguage } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';
import { listFrame, pager } from './list-parts.ts';
import { changesList, type PublicCorrection, storyPath } from './parts.ts';

/** The public register in which our own mistakes stand. */
export function correctionsPage(
  content: SiteContent,
  input: { language: SiteLanguage; part: Part<PublicCorrection> },
): string {
  const { language, part } = input;
  const texts = textsOf(language);
  const listPart = { language, list: { name: 'corrections' }, part } as const;
  const items = part.items.map(
    ({ snapshot, entry }) =>
      html`<article class="item"><time datetime="${entry.at}">${shortDate(language, entry.at)}</time><div><p class="kicker">${texts.historyTypes[entry.type]}</p><h2><a href="${storyPath(snapshot)}">${snapshot.title}</a></h2>${entry.note && html`<p>${entry.note}</p>`}${changesList(entry)}</div></article>`,
  );
  return renderPage({
    content,
    language,
    ...listFrame({ ...listPart, title: texts.correctionsRegister }),
    description: texts.correctionsLead,
    current: 'corrections',
    day: { prefix: '', value: content.today },
    isExample: content.settings.isExample,
    main: html`<div class="wrap page-head"><h1>${texts.correctionsRegister}</h1><p class="lede">${texts.correctionsLead}</p></div>
<div class="wrap list">${items.length === 0 ? html`<p class="lede">${texts.noCorrections}</p>` : items}${pager(listPart)}</div>`,
  });
}
