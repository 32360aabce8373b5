import { html, type SafeHtml } from '../../platform/html/html.ts';
import type { Part } from '../sites.paging.ts';
import { pathOf, type SiteList } from '../sites.paths.ts';
import { type SiteLanguage, siteLanguages } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';

interface ListPart {
  readonly language: SiteLanguage;
  readonly list: SiteList;
  readonly part: Pick<Part<unknown>, 'number' | 'count'>;
}

/** What the frame of a page needs to know of one part of a list. Another language has its own count, so only its first part is named. */
export function listFrame({ language, list, part, title }: ListPart & { readonly title: string }) {
  return {
    path: pathOf(language, { ...list, part: part.number }),
    title: part.number === 1 ? title : `${title}, ${textsOf(language).partOf(part.number, part.count)}`,
    alternates: part.number === 1 ? siteLanguages.map((other) => ({ language: other, path: pathOf(other, list) })) : [],
  };
}

/** Newer and older items; nothing where all stand on one page. */
export function pager({ language, list, part }: ListPart): SafeHtml | null {
  if (part.count === 1) return null;
  const texts = textsOf(language);
  const at = (number: number): string => pathOf(language, { ...list, part: number });
  const { number, count } = part;
  return html`<nav class="pager" aria-label="${texts.parts}">${number > 1 && html`<a rel="prev" href="${at(number - 1)}">${texts.newer}</a>`}<span aria-current="page">${texts.partOf(number, count)}</span>${number < count && html`<a rel="next" href="${at(number + 1)}">${texts.older}</a>`}</nav>`;
}
