import type { LunarTable } from '../platform/clock/lunar.ts';
import { html, type SafeHtml } from '../platform/html/html.ts';
import { markSvg, moonSvg } from './art/emblems.ts';
import type { AssetAddress } from './sites.assets.ts';
import { dayInWords } from './sites.dates.ts';
import { pathOf } from './sites.paths.ts';
import {
  type SiteLanguage,
  type SiteSettings,
  type SiteTheme,
  type Snapshot,
  siteLanguages,
  type UpcomingDay,
} from './sites.snapshot.ts';
import { languageNames, textsOf } from './sites.texts.ts';

/** Everything that pages are rendered from. */
export interface SiteContent {
  readonly settings: SiteSettings;
  readonly themes: readonly SiteTheme[];
  readonly snapshots: readonly Snapshot[];
  readonly upcoming: readonly UpcomingDay[];
  readonly lunarTable: LunarTable;
  /** The day (YYYY-MM-DD) on which the pages are built. */
  readonly today: string;
  readonly asset: AssetAddress;
}

export interface PageInput {
  readonly content: SiteContent;
  readonly language: SiteLanguage;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The same page in other languages; empty when there is none. */
  readonly alternates: readonly { readonly language: SiteLanguage; readonly path: string }[];
  readonly main: SafeHtml;
  readonly current?: 'home' | 'corrections' | 'verify' | 'about';
  readonly head?: SafeHtml;
  readonly isIndexed?: boolean;
  /** The day in the line above the masthead: today on lists, the day of publishing on a story, which keeps its bytes. */
  readonly day: { readonly prefix: string; readonly value: string } | null;
  readonly isExample: boolean;
}

/** One whole page. It has no script and no inline style, as its content security policy demands. */
export function renderPage(page: PageInput): string {
  const { content, language } = page;
  const { settings } = content;
  const fullTitle = page.current === 'home' ? page.title : `${page.title} | ${settings.place}`;
  return `<!doctype html>\n${html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${fullTitle}</title>
<meta name="description" content="${page.description}">
${page.isIndexed === false && html`<meta name="robots" content="noindex">`}
<link rel="canonical" href="${settings.publicUrl + page.path}">
${page.alternates.map((alternate) => html`<link rel="alternate" hreflang="${alternate.language}" href="${settings.publicUrl + alternate.path}">`)}
${page.alternates.length > 1 && html`<link rel="alternate" hreflang="x-default" href="${settings.publicUrl + (page.alternates.find((alternate) => alternate.language === 'vi')?.path ?? page.path)}">`}
<link rel="alternate" type="application/rss+xml" title="${settings.siteName[language]}" href="${pathOf(language, { name: 'feed' })}">
<link rel="icon" type="image/svg+xml" href="${content.asset('mark.svg')}">
<link rel="preload" as="font" type="font/woff2" crossorigin href="${content.asset('text-400-latin.woff2')}">
<link rel="stylesheet" href="${content.asset('site.css')}">
${page.head}
</head>
<body class="site">
<a class="skip" href="#main">${textsOf(language).skip}</a>
${page.isExample && html`<aside class="example" aria-label="${language === 'vi' ? 'Nội dung ví dụ' : 'Example content'}"><p class="wrap">${textsOf(language).example}</p></aside>`}
${masthead(page)}
<main id="main">${page.main}</main>
${footer(page)}
</body>
</html>`.text.replace(/\n{2,}/g, '\n')}\n`;
}

function menuLinks({ language, current }: PageInput): SafeHtml[] {
  const texts = textsOf(language);
  const entries = [
    ['home', texts.news],
    ['corrections', texts.corrections],
    ['verify', texts.verify],
    ['about', texts.about],
  ] as const;
  const links = entries.map(([name, label]) => {
    const address = pathOf(language, { name });
    return name === current
      ? html`<a href="${address}" aria-current="page">${label}</a>`
      : html`<a href="${address}">${label}</a>`;
  });
  const themes = html`<a href="${`${pathOf(language, { name: 'home' })}#themes`}">${texts.themes}</a>`;
  return [...links.slice(0, 1), themes, ...links.slice(1)];
}

function languageLinks({ language, alternates }: PageInput): SafeHtml[] {
  return siteLanguages.map((other) => {
    // Where the page does not exist in the other language, its front page is the honest place to go.
    const path = alternates.find((alternate) => alternate.language === other)?.path ?? pathOf(other, { name: 'home' });
    const current = other === language ? html` aria-current="true"` : null;
    return html`<a href="${path}" lang="${other}" hreflang="${other}"${current}>${languageNames[other]}</a>`;
  });
}

function masthead(page: PageInput): SafeHtml {
  const { content, language } = page;
  const { settings } = content;
  const texts = textsOf(language);
  return html`<header>
<div class="utility"><div class="wrap">${dayLine(page)}<nav class="languages" aria-label="${texts.languageNavigation}">${languageLinks(page)}</nav></div></div>
<div class="wrap masthead">
<a class="brand" href="${pathOf(language, { name: 'home' })}">${markSvg(46)}<span><b>${settings.place}</b><small>${settings.siteName[language]}</small></span></a>
<nav class="menu" aria-label="${texts.menu}">${menuLinks(page)}</nav>
<details class="phone-menu"><summary>${texts.menu}</summary><nav aria-label="${texts.menu}">${menuLinks(page)}${languageLinks(page)}</nav></details>
</div>
<div class="cloth"><div class="band band-terrace"></div></div>
</header>`;
}

function dayLine({ content, language, day }: PageInput): SafeHtml {
  if (!day) return html`<span class="day">${content.settings.managedBy?.[language]}</span>`;
  const words = dayInWords({ language, day: day.value, table: content.lunarTable });
  const text = `${day.prefix}${words.solar}`;
  const shown = text.charAt(0).toUpperCase() + text.slice(1);
  const lunar =
    words.lunarText && html`<span class="wide-only">, ${textsOf(language).lunarPrefix}${words.lunarText}</span>`;
  return html`<span class="day">${words.lunar && moonSvg(words.lunar.day)}<span>${shown}${lunar}</span></span>`;
}

/** The fields that the law wants a reader to find (Decree 174/2026, article 95); an empty one says that it is empty. */
export function legalFields({ content, language }: Pick<PageInput, 'content' | 'language'>): SafeHtml {
  const texts = textsOf(language);
  const { settings } = content;
  const fields: readonly (readonly [string, string | null])[] = [
    [texts.parentBody, settings.parentBody?.[language] ?? null],
    [texts.managedBy, settings.managedBy?.[language] ?? null],
    [texts.responsible, settings.responsiblePerson],
    [texts.address, settings.address],
    [texts.telephone, settings.telephone],
    [texts.email, settings.email],
  ];
  return html`<dl class="legal">${fields.map(([name, value]) => html`<dt>${name}</dt><dd>${value || html`<span class="not-entered">${texts.empty}</span>`}</dd>`)}</dl>`;
}

function footer(page: PageInput): SafeHtml {
  const { content, language } = page;
  const texts = textsOf(language);
  const link = (address: string, label: string): SafeHtml => html`<li><a href="${address}">${label}</a></li>`;
  return html`<footer class="cloth">
<div class="band band-full"></div>
<div class="wrap footer">
<div><h2>${content.settings.siteName[language]}</h2>${legalFields(page)}</div>
<div><h2>${texts.trust}</h2><ul>
${link(pathOf(language, { name: 'verify' }), texts.verifyItem)}
${link(pathOf(language, { name: 'corrections' }), texts.correctionsRegister)}
${link(`${pathOf(language, { name: 'about' })}#accessibility`, texts.accessibility)}
</ul></div>
<div><h2>${texts.follow}</h2><ul>
${link(pathOf(language, { name: 'feed' }), texts.feed)}
${link('/sitemap.xml', texts.sitemap)}
${link('/.well-known/jwks.json', texts.publicKeys)}
</ul></div>
</div>
</footer>`;
}
