import { html, type SafeHtml } from '../../platform/html/html.ts';
import { shortDate } from '../sites.dates.ts';
import type { SiteContent } from '../sites.layout.ts';
import { pathOf } from '../sites.paths.ts';
import type { HistoryEntry, SiteLanguage, Snapshot } from '../sites.snapshot.ts';
import { languageNames, textsOf } from '../sites.texts.ts';

export interface PublicEntry {
  readonly snapshot: Snapshot;
  readonly entry: HistoryEntry;
}

export function storyPath(snapshot: Snapshot & { language: SiteLanguage }): string {
  return pathOf(snapshot.language, { name: 'story', slug: snapshot.slug, code: snapshot.code });
}

export function isSiteLanguage<Item extends { language: string }>(
  item: Item,
): item is Item & { language: SiteLanguage } {
  return item.language === 'vi' || item.language === 'en';
}

export type SiteSnapshot = Snapshot & { readonly language: SiteLanguage };

/** Live editions in one language, newest first. */
export function liveSnapshots(content: SiteContent, language: SiteLanguage): SiteSnapshot[] {
  return content.snapshots
    .filter(isSiteLanguage)
    .filter((snapshot) => snapshot.language === language && snapshot.state === 'live')
    .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
}

type Alternate = { language: SiteLanguage; path: string };
const alternatesByStory = new WeakMap<SiteContent, Map<string, Alternate[]>>();

/** The readable editions of the same story: computed here, since a language that came later changes them. */
export function alternatesOf(content: SiteContent, storyId: string): readonly Alternate[] {
  let known = alternatesByStory.get(content);
  if (!known) {
    const live = content.snapshots.filter(isSiteLanguage).filter(({ state }) => state === 'live');
    known = new Map(
      [...Map.groupBy(live, (snapshot) => snapshot.storyId)].map(([id, snapshots]) => [
        id,
        snapshots.map((snapshot) => ({ language: snapshot.language, path: storyPath(snapshot) })),
      ]),
    );
    alternatesByStory.set(content, known);
  }
  return known.get(storyId) ?? [];
}

export function isCorrection(entry: HistoryEntry): boolean {
  return entry.type === 'correction' || entry.type === 'formal_correction';
}

export type PublicCorrection = PublicEntry & { readonly snapshot: SiteSnapshot };

/** Corrections and withdrawals of a language, newest first; what was removed is not repeated. */
export function publicCorrections(content: SiteContent, language: SiteLanguage): PublicCorrection[] {
  return content.snapshots
    .filter(isSiteLanguage)
    .filter((snapshot) => snapshot.language === language && snapshot.state !== 'removed')
    .flatMap((snapshot) => snapshot.history.map((entry) => ({ snapshot, entry })))
    .filter(({ entry }) => isCorrection(entry) || entry.type === 'withdrawal')
    .sort((a, b) => Date.parse(b.entry.at) - Date.parse(a.entry.at));
}

/** One line in the river of stories. */
export function storyItem(content: SiteContent, snapshot: SiteSnapshot): SafeHtml {
  const texts = textsOf(snapshot.language);
  const languages = alternatesOf(content, snapshot.storyId).map(({ language }) => languageNames[language]);
  const corrected = snapshot.history.findLast(isCorrection);
  return html`<article class="item"><time datetime="${snapshot.publishedAt}">${shortDate(snapshot.language, snapshot.publishedAt)}</time><div>
<h3><a href="${storyPath(snapshot)}">${snapshot.title}</a></h3><p>${snapshot.lead}</p>
<p class="tags">${snapshot.themeTitle && html`<span>${snapshot.themeTitle}</span>`}${languages.length > 1 && html`<span>${languages.join(', ')}</span>`}${corrected && html`<span>${texts.correctionTitle} ${shortDate(snapshot.language, corrected.at)}</span>`}</p>
</div></article>`;
}

/** Old and new words of a change, cut to the words that differ and a few around them. */
export function narrowChange(change: { before: string; after: string }): {
  lead: string;
  before: string;
  after: string;
  tail: string;
} {
  const old = change.before.split(/\s+/).filter(Boolean);
  const now = change.after.split(/\s+/).filter(Boolean);
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const around = 6;
  const lead = now.slice(Math.max(0, start - around), start).join(' ');
  const tail = end === 0 ? '' : now.slice(now.length - end, now.length - end + around).join(' ');
  return {
    lead: start > around ? `… ${lead}` : lead,
    before: old.slice(start, old.length - end).join(' '),
    after: now.slice(start, now.length - end).join(' '),
    tail: end > around ? `${tail} …` : tail,
  };
}

/** The changes of an entry, the old words struck through. */
export function changesList(entry: HistoryEntry): SafeHtml | null {
  if (entry.changes.length === 0) return null;
  return html`<ul class="changes">${entry.changes.map((change) => {
    const { lead, before, after, tail } = narrowChange(change);
    return html`<li>${lead && `${lead} `}${before && html`<del>${before}</del> `}${after && html`<ins>${after}</ins>`}${tail && ` ${tail}`}</li>`;
  })}</ul>`;
}
