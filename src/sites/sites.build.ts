import type { JSONWebKeySet } from 'jose';
import { aboutPage } from './pages/about.page.ts';
import { correctionsPage } from './pages/corrections.page.ts';
import { homePage } from './pages/home.page.ts';
import { isSiteLanguage, type SiteSnapshot, storyPath } from './pages/parts.ts';
import { gonePage, notFoundPage } from './pages/status.pages.ts';
import { storyPage } from './pages/story.page.ts';
import { themePage } from './pages/theme.page.ts';
import { verificationPage, verifyPage } from './pages/verify.page.ts';
import type { SiteAnswer } from './sites.answer.ts';
import type { Asset } from './sites.assets.ts';
import { robots, rssFeed, sitemap } from './sites.feeds.ts';
import type { SiteContent } from './sites.layout.ts';
import { pathOf } from './sites.paths.ts';
import { type SiteLanguage, siteLanguages } from './sites.snapshot.ts';
import type { SiteBuild } from './sites.store.ts';
import { signedFileOf, type Verification, verifySnapshot } from './sites.verify.ts';

/** Lists every public address of the portal; each page is rendered when the store takes it in. */
export async function buildSite(input: {
  content: SiteContent;
  keys: JSONWebKeySet;
  assets: readonly Asset[];
}): Promise<SiteBuild> {
  const { content, keys, assets } = input;
  const snapshots = content.snapshots.filter(isSiteLanguage);
  const verifications = new Map<string, Verification>();
  for (const snapshot of snapshots) verifications.set(snapshot.code, await verifySnapshot(snapshot, keys));
  const answers = [
    ...siteLanguages.flatMap((language) => commonPages(content, language)),
    ...snapshots.map((snapshot) => storyAnswer(content, snapshot)),
    ...[...verifications.values()].flatMap((verification) => verificationAnswers(content, verification)),
    text('/sitemap.xml', 'application/xml; charset=utf-8', () => sitemap(content)),
    text('/robots.txt', 'text/plain; charset=utf-8', () => robots(content)),
    text('/.well-known/jwks.json', 'application/json; charset=utf-8', () => `${JSON.stringify(keys)}\n`),
    ...assets.map(
      ({ path, type, body }): SiteAnswer => ({ path, status: 200, type, freshness: 'forever', render: () => body }),
    ),
  ];
  const missing = (language: SiteLanguage): SiteAnswer => page('', () => notFoundPage(content, language), 404);
  return { answers, notFound: { vi: missing('vi'), en: missing('en') }, forms: { content, verifications } };
}

function commonPages(content: SiteContent, language: SiteLanguage): SiteAnswer[] {
  const at = (name: 'home' | 'corrections' | 'verify' | 'about' | 'feed'): string => pathOf(language, { name });
  return [
    page(at('home'), () => homePage(content, language)),
    page(at('corrections'), () => correctionsPage(content, language)),
    page(at('verify'), () => verifyPage(content, { language, problem: null, typed: '' })),
    page(at('about'), () => aboutPage(content, language)),
    text(at('feed'), 'application/rss+xml; charset=utf-8', () => rssFeed(content, language)),
    ...content.themes.map((theme) =>
      page(pathOf(language, { name: 'theme', key: theme.key }), () => themePage(content, { language, theme })),
    ),
  ];
}

function storyAnswer(content: SiteContent, snapshot: SiteSnapshot): SiteAnswer {
  return snapshot.state === 'removed'
    ? page(storyPath(snapshot), () => gonePage(content, snapshot), 410)
    : page(storyPath(snapshot), () => storyPage(content, snapshot));
}

function verificationAnswers(content: SiteContent, verification: Verification): SiteAnswer[] {
  const { code } = verification.snapshot;
  return [
    ...siteLanguages.map((language) =>
      page(pathOf(language, { name: 'verification', code }), () =>
        verificationPage(content, { language, verification, comparison: null }),
      ),
    ),
    text(`/xac-thuc/${code}.json`, 'application/json; charset=utf-8', () =>
      signedFileOf(verification, content.settings.publicUrl),
    ),
  ];
}

function page(path: string, render: () => string, status: SiteAnswer['status'] = 200): SiteAnswer {
  return { path, status, type: 'text/html; charset=utf-8', freshness: 'revalidate', render };
}

function text(path: string, type: string, render: () => string): SiteAnswer {
  return { path, status: 200, type, freshness: 'revalidate', render };
}
