import { html } from '../../platform/html/html.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import { pathOf } from '../sites.paths.ts';
import type { SiteLanguage } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';
import { type SiteSnapshot, storyPath } from './parts.ts';

export function notFoundPage(content: SiteContent, language: SiteLanguage): string {
  const texts = textsOf(language);
  return messagePage(content, {
    language,
    path: pathOf(language, { name: 'home' }),
    title: texts.notFoundTitle,
    text: texts.notFoundLead,
    reason: null,
  });
}

/** What stands at the address of a removed item (410): that it was here, and why it is gone; nothing of its content. */
export function gonePage(content: SiteContent, snapshot: SiteSnapshot): string {
  const texts = textsOf(snapshot.language);
  return messagePage(content, {
    language: snapshot.language,
    path: storyPath(snapshot),
    title: texts.goneTitle,
    text: texts.goneLead,
    reason: snapshot.withdrawalReason,
  });
}

function messagePage(
  content: SiteContent,
  input: { language: SiteLanguage; path: string; title: string; text: string; reason: string | null },
): string {
  const texts = textsOf(input.language);
  return renderPage({
    content,
    language: input.language,
    path: input.path,
    title: input.title,
    description: input.text,
    alternates: [],
    isIndexed: false,
    day: null,
    isExample: content.settings.isExample,
    main: html`<div class="wrap page-head message"><h1>${input.title}</h1><p class="lede">${input.text}</p>${input.reason && html`<p>${texts.reason}${input.reason}</p>`}<p><a class="go" href="${pathOf(input.language, { name: 'home' })}">${texts.toHome}</a></p></div>`,
  });
}
