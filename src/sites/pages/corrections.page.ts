import { html } from '../../platform/html/html.ts';
import { shortDate } from '../sites.dates.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import { pathOf } from '../sites.paths.ts';
import { type SiteLanguage, siteLanguages } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';
import { changesList, publicCorrections, storyPath } from './parts.ts';

/** The public register in which our own mistakes stand. */
export function correctionsPage(content: SiteContent, language: SiteLanguage): string {
  const texts = textsOf(language);
  const entries = publicCorrections(content, language);
  const items = entries.map(
    ({ snapshot, entry }) =>
      html`<article class="item"><time datetime="${entry.at}">${shortDate(language, entry.at)}</time><div><p class="kicker">${texts.historyTypes[entry.type]}</p><h2><a href="${storyPath(snapshot)}">${snapshot.title}</a></h2>${entry.note && html`<p>${entry.note}</p>`}${changesList(entry)}</div></article>`,
  );
  return renderPage({
    content,
    language,
    path: pathOf(language, { name: 'corrections' }),
    title: texts.correctionsRegister,
    description: texts.correctionsLead,
    alternates: siteLanguages.map((other) => ({ language: other, path: pathOf(other, { name: 'corrections' }) })),
    current: 'corrections',
    day: { prefix: '', value: content.today },
    isExample: content.settings.isExample,
    main: html`<div class="wrap page-head"><h1>${texts.correctionsRegister}</h1><p class="lede">${texts.correctionsLead}</p></div>
<div class="wrap list">${items.length === 0 ? html`<p class="lede">${texts.noCorrections}</p>` : items}</div>`,
  });
}
