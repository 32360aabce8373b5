import type { SiteLanguage } from './sites.snapshot.ts';

/** Addresses that belong to other parts of the program; the site never answers them. */
const reservedPrefixes = ['/api', '/desk', '/openapi.json', '/healthz', '/files'];

export function isReservedPath(path: string): boolean {
  return reservedPrefixes.some(
    (prefix) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`),
  );
}

/** A list that may be longer than a page. */
export type SiteList = { readonly name: 'news' | 'corrections' } | { readonly name: 'theme'; readonly key: string };

export type SitePage =
  | { readonly name: 'home' | 'verify' | 'about' | 'feed' }
  | (SiteList & { readonly part?: number })
  | { readonly name: 'verification'; readonly code: string }
  | { readonly name: 'story'; readonly slug: string; readonly code: string };

/** The address of a page; Vietnamese at the root, English below /en. */
export function pathOf(language: SiteLanguage, page: SitePage): string {
  const isVietnamese = language === 'vi';
  switch (page.name) {
    case 'home':
      return isVietnamese ? '/' : '/en/';
    case 'news':
      return partOf(isVietnamese ? '/tin' : '/en/news', page.part);
    case 'corrections':
      return partOf(isVietnamese ? '/dinh-chinh' : '/en/corrections', page.part);
    case 'verify':
      return isVietnamese ? '/xac-thuc' : '/en/verify';
    case 'about':
      return isVietnamese ? '/gioi-thieu' : '/en/about';
    case 'feed':
      return isVietnamese ? '/rss.xml' : '/en/rss.xml';
    case 'theme':
      return partOf(isVietnamese ? `/chuyen-de/${page.key}` : `/en/themes/${page.key}`, page.part);
    case 'verification':
      return isVietnamese ? `/xac-thuc/${page.code}` : `/en/verify/${page.code}`;
    case 'story':
      return isVietnamese
        ? `/tin/${page.slug}-${page.code.toLowerCase()}`
        : `/en/news/${page.slug}-${page.code.toLowerCase()}`;
  }
}

function partOf(list: string, part = 1): string {
  if (part === 1) return list;
  return list.startsWith('/en/') ? `${list}/page/${part}` : `${list}/trang/${part}`;
}
