import { isCorrection, type SiteSnapshot, storyPath } from './pages/parts.ts';
import type { SiteContent } from './sites.layout.ts';

/** schema.org NewsArticle of a live item, with its corrections and the mark that a machine took part. */
export function newsArticle(content: SiteContent, snapshot: SiteSnapshot): Record<string, unknown> {
  const { settings } = content;
  const url = settings.publicUrl + storyPath(snapshot);
  const absolute = (path: string): string => (path.startsWith('/') ? settings.publicUrl + path : path);
  const publisher = {
    '@type': 'GovernmentOrganization',
    name: settings.managedBy?.[snapshot.language] ?? settings.siteName[snapshot.language],
  };
  const corrections = snapshot.history
    .filter(isCorrection)
    .map((entry) => ({ '@type': 'CorrectionComment', text: entry.note, datePublished: entry.at }));
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: snapshot.title,
    description: snapshot.lead,
    inLanguage: snapshot.language,
    identifier: snapshot.code,
    url,
    mainEntityOfPage: url,
    datePublished: snapshot.publishedAt,
    dateModified: snapshot.updatedAt,
    author: { '@type': 'GovernmentOrganization', name: snapshot.byUnit },
    publisher,
    ...(snapshot.themeTitle ? { articleSection: snapshot.themeTitle } : {}),
    ...(snapshot.cover
      ? {
          image: {
            '@type': 'ImageObject',
            url: absolute(snapshot.cover.src),
            width: snapshot.cover.width,
            height: snapshot.cover.height,
          },
        }
      : {}),
    ...(corrections.length > 0 ? { correction: corrections } : {}),
    ...(snapshot.machineNotice
      ? { digitalSourceType: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource' }
      : {}),
  };
}
