import { dayInDepartment } from '../../platform/clock/clock.ts';
import { html, jsonScript, raw, type SafeHtml } from '../../platform/html/html.ts';
import { genuineSign, sealSvg } from '../art/emblems.ts';
import { shortDate } from '../sites.dates.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import { pathOf } from '../sites.paths.ts';
import type { HistoryEntry } from '../sites.snapshot.ts';
import { newsArticle } from '../sites.structured-data.ts';
import { languageNames, textsOf } from '../sites.texts.ts';
import { alternatesOf, changesList, isCorrection, type SiteSnapshot, storyPath } from './parts.ts';

export function storyPage(content: SiteContent, snapshot: SiteSnapshot): string {
  const { language } = snapshot;
  const texts = textsOf(language);
  const isWithdrawn = snapshot.state === 'withdrawn';
  return renderPage({
    content,
    language,
    path: storyPath(snapshot),
    title: snapshot.title,
    description: snapshot.lead,
    alternates: isWithdrawn ? [] : alternatesOf(content, snapshot.storyId),
    isIndexed: !isWithdrawn,
    day: { prefix: `${texts.published} `, value: dayInDepartment(new Date(snapshot.publishedAt)) },
    isExample: content.settings.isExample || snapshot.isExample,
    // The channel's connector reads these two back to see that the approved version stands here.
    head: html`<meta name="lantoa:manifest" content="${snapshot.manifestHash}"><meta name="lantoa:state" content="${snapshot.state}">${isWithdrawn ? null : jsonScript('application/ld+json', newsArticle(content, snapshot))}`,
    main: html`<article class="wrap">${storyHead(snapshot)}<div class="story"><div class="prose">
${isWithdrawn && withdrawalNotice(snapshot)}
${snapshot.history
  .filter(isCorrection)
  .toReversed()
  .map((entry, index) => correctionNotice({ snapshot, entry, index }))}
${snapshot.machineNotice && html`<p class="machine"><b>${texts.machineMade}.</b> ${snapshot.machineNotice}</p>`}
${coverFigure(snapshot)}
${raw(snapshot.bodyHtml)}
<p class="sender">${texts.sender}: <b>${snapshot.byUnit}</b><br>${texts.codeLabel}: <a class="code" href="${pathOf(language, { name: 'verification', code: snapshot.code })}">${snapshot.code}</a></p>
</div>${margin(content, snapshot)}</div></article>`,
  });
}

function storyHead(snapshot: SiteSnapshot): SafeHtml {
  const { language } = snapshot;
  const texts = textsOf(language);
  const changed = snapshot.history.findLast((entry) => entry.type !== 'published');
  return html`<header class="story-head">
${snapshot.themeKey && snapshot.themeTitle && html`<p class="kicker"><a href="${pathOf(language, { name: 'theme', key: snapshot.themeKey })}">${snapshot.themeTitle}</a></p>`}
<h1>${snapshot.title}</h1>${snapshot.lead && html`<p class="lede">${snapshot.lead}</p>`}
<p class="byline"><a class="genuine" href="${pathOf(language, { name: 'verification', code: snapshot.code })}">${genuineSign()}${texts.signedOriginal}, ${snapshot.code}</a>
<span>${texts.published} <time datetime="${snapshot.publishedAt}">${shortDate(language, snapshot.publishedAt)}</time></span>
${changed && html`<span>${capitalise(texts.historyTypes[changed.type])} <time datetime="${changed.at}">${shortDate(language, changed.at)}</time></span>`}</p>
</header>`;
}

function withdrawalNotice(snapshot: SiteSnapshot): SafeHtml {
  const texts = textsOf(snapshot.language);
  const entry = snapshot.history.findLast(({ type }) => type === 'withdrawal');
  const reason = snapshot.withdrawalReason || entry?.note;
  return html`<section class="correction withdrawn" aria-labelledby="withdrawn"><h2 id="withdrawn">${texts.withdrawnTitle}${entry && `, ${shortDate(snapshot.language, entry.at)}`}</h2><p>${texts.withdrawnText}</p>${reason && html`<p>${texts.reason}${reason}</p>`}</section>`;
}

function correctionNotice(input: { snapshot: SiteSnapshot; entry: HistoryEntry; index: number }): SafeHtml {
  const { snapshot, entry, index } = input;
  const texts = textsOf(snapshot.language);
  const title = entry.type === 'formal_correction' ? texts.formalCorrectionTitle : texts.correctionTitle;
  const id = `correction-${index + 1}`;
  return html`<section class="correction" aria-labelledby="${id}"><h2 id="${id}">${title}, ${shortDate(snapshot.language, entry.at)}</h2>${entry.note && html`<p>${entry.note}</p>`}${changesList(entry)}</section>`;
}

function coverFigure({ cover }: SiteSnapshot): SafeHtml | null {
  if (!cover) return null;
  return html`<figure><img src="${cover.src}" width="${cover.width}" height="${cover.height}" alt="${cover.alt}">${cover.credit && html`<figcaption class="note">${cover.credit}</figcaption>`}</figure>`;
}

function margin(content: SiteContent, snapshot: SiteSnapshot): SafeHtml {
  const { language } = snapshot;
  const texts = textsOf(language);
  const others = alternatesOf(content, snapshot.storyId).filter((alternate) => alternate.language !== language);
  return html`<div class="margin">
<section><h2>${texts.isPageGenuine}</h2><div class="seal-box">${sealSvg({ sha256: snapshot.manifestHash, size: 100, label: texts.sealLabel })}</div><p>${texts.sealExplanation}</p><p><a href="${pathOf(language, { name: 'verification', code: snapshot.code })}">${texts.checkSignature}</a></p></section>
<section><h2>${texts.versions}</h2><dl>${snapshot.history.toReversed().map((entry) => html`<dt><time datetime="${entry.at}">${shortDate(language, entry.at)}</time></dt><dd>${capitalise(texts.historyTypes[entry.type])}${entry.note && `: ${entry.note}`}</dd>`)}</dl></section>
${others.length > 0 && html`<section><h2>${texts.otherLanguages}</h2><p>${others.map((other) => html`<a href="${other.path}" lang="${other.language}" hreflang="${other.language}">${languageNames[other.language]}</a>`)}</p></section>`}
</div>`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
