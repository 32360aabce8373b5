import type { JSONWebKeySet } from 'jose';
import { sha256Hex } from '../platform/signing/canonical-json.ts';
import { aboutPage } from './pages/about.page.ts';
import { correctionsPage } from './pages/corrections.page.ts';
import { homePage } from './pages/home.page.ts';
import { newsPage } from './pages/news.page.ts';
import {
  alternatesOf,
  isSiteLanguage,
  liveSnapshots,
  publicCorrections,
  type SiteSnapshot,
  storyPath,
} from './pages/parts.ts';
import { gonePage, notFoundPage } from './pages/status.pages.ts';
import { storyPage } from './pages/story.page.ts';
import { themePage } from './pages/theme.page.ts';
import { verificationPage, verifyPage } from './pages/verify.page.ts';
import type { SiteAnswer } from './sites.answer.ts';
import type { Asset } from './sites.assets.ts';
import { robots, rssFeed, sitemap } from './sites.feeds.ts';
import type { SiteContent } from './sites.layout.ts';
import { partsOf } from './sites.paging.ts';
import { pathOf } from './sites.paths.ts';
import { type SiteLanguage, siteLanguages } from './sites.snapshot.ts';
import type { SiteBuild } from './sites.store.ts';
import { signedFileOf, type Verification, verifySnapshot } from './sites.verify.ts';

/** Verifications by the fingerprint of what was checked, so that a build checks only what has changed. */
export type VerificationCache = Map<string, Verification>;

interface StoryInput {
  readonly snapshot: SiteSnapshot;
  readonly verification: Verification;
  /** Of the item, its other languages and everything that all pages share. */
  readonly source: string;
}

/** Lists every public address of the portal; each page is rendered when the store takes it in. */
export async function buildSite(input: {
  content: SiteContent;
  keys: JSONWebKeySet;
  assets: readonly Asset[];
  cache?: VerificationCache;
}): Promise<SiteBuild> {
  const { content, keys, assets, cache = new Map() } = input;
  const stories = await checkStories({ content, keys, cache });
  const verifications = new Map(stories.map(({ verification }) => [verification.snapshot.code, verification]));
  const answers = [
    ...siteLanguages.flatMap((language) => commonPages(content, language)),
    ...stories.map((story) => storyAnswer(content, story)),
    ...stories.flatMap((story) => verificationAnswers(content, story)),
    text('/sitemap.xml', 'application/xml; charset=utf-8', () => sitemap(content)),
    text('/robots.txt', 'text/plain; charset=utf-8', () => robots(content)),
    text('/.well-known/jwks.json', 'application/json; charset=utf-8', () => `${JSON.stringify(keys)}\n`),
    ...assets.map(
      ({ path, type, body }): SiteAnswer => ({
        path,
        status: 200,
        type,
        freshness: 'forever',
        source: path,
        render: () => body,
      }),
    ),
  ];
  const missing = (language: SiteLanguage): SiteAnswer =>
    page('', () => notFoundPage(content, language), { status: 404 });
  return { answers, notFound: { vi: missing('vi'), en: missing('en') }, forms: { content, verifications } };
}

function commonPages(content: SiteContent, language: SiteLanguage): SiteAnswer[] {
  const at = (name: 'home' | 'verify' | 'about' | 'feed'): string => pathOf(language, { name });
  const live = liveSnapshots(content, language);
  return [
    page(at('home'), () => homePage(content, language)),
    ...partsOf(live).map((part) =>
      page(pathOf(language, { name: 'news', part: part.number }), () => newsPage(content, { language, part })),
    ),
    ...partsOf(publicCorrections(content, language)).map((part) =>
      page(pathOf(language, { name: 'corrections', part: part.number }), () =>
        correctionsPage(content, { language, part }),
      ),
    ),
    page(at('verify'), () => verifyPage(content, { language, problem: null, typed: '' })),
    page(at('about'), () => aboutPage(content, language)),
    text(at('feed'), 'application/rss+xml; charset=utf-8', () => rssFeed(content, language)),
    ...content.themes.flatMap((theme) =>
      partsOf(live.filter((snapshot) => snapshot.themeKey === theme.key)).map((part) =>
        page(pathOf(language, { name: 'theme', key: theme.key, part: part.number }), () =>
          themePage(content, { language, theme, part }),
        ),
      ),
    ),
  ];
}

async function checkStories(input: {
  content: SiteContent;
  keys: JSONWebKeySet;
  cache: VerificationCache;
}): Promise<StoryInput[]> {
  const { content, keys, cache } = input;
  const shared = JSON.stringify([content.settings, content.asset('site.css'), keys]);
  const stories: StoryInput[] = [];
  for (const snapshot of content.snapshots.filter(isSiteLanguage)) {
    const alternates = alternatesOf(content, snapshot.storyId);
    const source = sha256Hex(JSON.stringify([shared, snapshot, alternates]));
    const verification = cache.get(source) ?? (await verifySnapshot(snapshot, keys));
    stories.push({ snapshot, verification, source });
  }
  cache.clear();
  for (const { source, verification } of stories) cache.set(source, verification);
  return stories;
}

function storyAnswer(content: SiteContent, { snapshot, source }: StoryInput): SiteAnswer {
  return snapshot.state === 'removed'
    ? page(storyPath(snapshot), () => gonePage(content, snapshot), { status: 410, source })
    : page(storyPath(snapshot), () => storyPage(content, snapshot), { source });
}

function verificationAnswers(content: SiteContent, { verification, source }: StoryInput): SiteAnswer[] {
  const { code } = verification.snapshot;
  return [
    ...siteLanguages.map((language) =>
      page(
        pathOf(language, { name: 'verification', code }),
        () => verificationPage(content, { language, verification, comparison: null }),
        { source },
      ),
    ),
    text(`/xac-thuc/${code}.json`, 'application/json; charset=utf-8', () =>
      signedFileOf(verification, content.settings.publicUrl),
    ),
  ];
}

function page(
  path: string,
  render: () => string,
  { status = 200, source = null }: Partial<Pick<SiteAnswer, 'status' | 'source'>> = {},
): SiteAnswer {
  return { path, status, type: 'text/html; charset=utf-8', freshness: 'revalidate', source, render };
}

function text(path: string, type: string, render: () => string): SiteAnswer {
  return { path, status: 200, type, freshness: 'revalidate', source: null, render };
}
