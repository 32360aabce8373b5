import { html, type SafeHtml } from '../platform/html/html.ts';
import { alternatesOf, liveSnapshots, storyPath } from './pages/parts.ts';
import type { SiteContent } from './sites.layout.ts';
import { pathOf, type SitePage } from './sites.paths.ts';
import { type SiteLanguage, siteLanguages } from './sites.snapshot.ts';

const feedLength = 50;
const head = '<?xml version="1.0" encoding="utf-8"?>\n';

// Control characters cannot stand in XML 1.0 at all, not even escaped.
function wellFormed(document: SafeHtml): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
  return `${head}${document.text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')}\n`;
}

/** RSS 2.0 of the newest live items of a language. A withdrawn item leaves the feed. */
export function rssFeed(content: SiteContent, language: SiteLanguage): string {
  const { settings } = content;
  const home = settings.publicUrl + pathOf(language, { name: 'home' });
  const stories = liveSnapshots(content, language).slice(0, feedLength);
  const items = stories.map(
    (
      snapshot,
    ) => html`<item><title>${snapshot.title}</title><link>${settings.publicUrl + storyPath(snapshot)}</link><guid isPermaLink="false">${snapshot.code}</guid><pubDate>${new Date(snapshot.publishedAt).toUTCString()}</pubDate><dc:creator>${snapshot.byUnit}</dc:creator>${snapshot.themeTitle && html`<category>${snapshot.themeTitle}</category>`}<description>${snapshot.lead}</description></item>
`,
  );
  return wellFormed(html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>${settings.siteName[language]}</title><link>${home}</link><description>${settings.siteName[language]}, ${settings.place}</description><language>${language}</language>
<atom:link href="${settings.publicUrl + pathOf(language, { name: 'feed' })}" rel="self" type="application/rss+xml"/>
${items}</channel></rss>`);
}

interface SitemapEntry {
  readonly path: string;
  readonly modified: string | null;
  readonly alternates: readonly { readonly language: SiteLanguage; readonly path: string }[];
}

export function sitemap(content: SiteContent): string {
  const { publicUrl } = content.settings;
  const common: SitePage[] = [
    { name: 'home' },
    { name: 'news' },
    { name: 'corrections' },
    { name: 'verify' },
    { name: 'about' },
    ...content.themes.map(({ key }) => ({ name: 'theme', key }) as const),
  ];
  const pages: SitemapEntry[] = common.flatMap((page) => {
    const alternates = siteLanguages.map((language) => ({ language, path: pathOf(language, page) }));
    return alternates.map(({ path }) => ({ path, modified: null, alternates }));
  });
  const stories: SitemapEntry[] = siteLanguages
    .flatMap((language) => liveSnapshots(content, language))
    .map((snapshot) => ({
      path: storyPath(snapshot),
      modified: snapshot.updatedAt,
      alternates: alternatesOf(content, snapshot.storyId),
    }));
  const urls = [...pages, ...stories].map(
    ({
      path,
      modified,
      alternates,
    }) => html`<url><loc>${publicUrl + path}</loc>${modified && html`<lastmod>${modified}</lastmod>`}${alternates.length > 1 && alternates.map((alternate) => html`<xhtml:link rel="alternate" hreflang="${alternate.language}" href="${publicUrl + alternate.path}"/>`)}</url>
`,
  );
  return wellFormed(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>`);
}

/** An example installation keeps search engines out: nobody should find its stories as news. */
export function robots({ settings }: SiteContent): string {
  const rule = settings.isExample ? 'Disallow: /' : 'Disallow: /desk\nDisallow: /api';
  return `User-agent: *\n${rule}\nSitemap: ${settings.publicUrl}/sitemap.xml\n`;
}
