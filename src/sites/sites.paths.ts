import type { SiteLanguage } from './sites.snapshot.ts';

/** Addresses that belong to other parts of the program; the site never answers them. */
const reservedPrefixes = ['/api', '/desk', '/openapi.json', '/healthz', '/files'];

export function isReservedPath(path: string): boolean {
  return reservedPrefixes.some(
    (prefix) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`),
  );
}

export type SitePage =
  | { readonly name: 'home' | 'corrections' | 'verify' | 'about' | 'feed' }
  | { readonly name: 'theme'; readonly key: string }
  | { readonly name: 'verification'; readonly code: string }
  | { readonly name: 'story'; readonly slug: string; readonly code: string };

/** The address of a page; Vietnamese at the root, English below /en. */
export function pathOf(language: SiteLanguage, page: SitePage): string {
  const isVietnamese = language === 'vi';
  switch (page.name) {
    case 'home':
      return isVietnamese ? '/' : '/en/';
    case 'corrections':
      return isVietnamese ? '/dinh-chinh' : '/en/corrections';
    case 'verify':
      return isVietnamese ? '/xac-thuc' : '/en/verify';
    case 'about':
      return isVietnamese ? '/gioi-thieu' : '/en/about';
    case 'feed':
      return isVietnamese ? '/rss.xml' : '/en/rss.xml';
    case 'theme':
      return isVietnamese ? `/chuyen-de/${page.key}` : `/en/themes/${page.key}`;
    case 'verification':
      return isVietnamese ? `/xac-thuc/${page.code}` : `/en/verify/${page.code}`;
    case 'story':
      return isVietnamese
        ? `/tin/${page.slug}-${page.code.toLowerCase()}`
        : `/en/news/${page.slug}-${page.code.toLowerCase()}`;
  }
}
