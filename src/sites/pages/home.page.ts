import { lunarDateOf } from '../../platform/clock/lunar.ts';
import { html, type SafeHtml } from '../../platform/html/html.ts';
import { genuineSign, moonSvg, themeSign } from '../art/emblems.ts';
import { lunarWords, shortDate } from '../sites.dates.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import { pathOf } from '../sites.paths.ts';
import { type SiteLanguage, siteLanguages } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';
import {
  alternatesOf,
  isCorrection,
  liveSnapshots,
  publicCorrections,
  type SiteSnapshot,
  storyItem,
  storyPath,
} from './parts.ts';

const riverLength = 20;
const rulerLength = 5;

export function homePage(content: SiteContent, language: SiteLanguage): string {
  const texts = textsOf(language);
  const [first, ...others] = liveSnapshots(content, language);
  const name = content.settings.siteName[language];
  return renderPage({
    content,
    language,
    path: pathOf(language, { name: 'home' }),
    title: name,
    description: first?.lead || name,
    alternates: siteLanguages.map((other) => ({ language: other, path: pathOf(other, { name: 'home' }) })),
    current: 'home',
    day: { prefix: '', value: content.today },
    isExample: content.settings.isExample,
    main: html`${first ? leadStory(content, first) : emptyLead(content, language)}
${ruler(content, language)}
<div class="wrap river"><section><h2>${texts.latest}</h2>${others.length === 0 && !first ? html`<p class="lede">${texts.nothingYetLead}</p>` : (others.length === 0 && first ? [first] : others).slice(0, riverLength).map((snapshot) => storyItem(content, snapshot))}${others.length > riverLength && html`<p><a class="go" href="${pathOf(language, { name: 'news' })}">${texts.allNews}</a></p>`}</section>
${sideColumn(content, language)}</div>
${themeGrid(content, language)}`,
  });
}

function leadFigure(content: SiteContent, snapshot: SiteSnapshot | null, language: SiteLanguage): SafeHtml {
  const cover = snapshot?.cover;
  if (cover) {
    return html`<figure><img class="picture" src="${cover.src}" width="${cover.width}" height="${cover.height}" alt="${cover.alt}">${cover.credit && html`<figcaption class="note">${cover.credit}</figcaption>`}</figure>`;
  }
  return html`<figure><img class="picture" src="${content.asset(`landscape-${content.settings.season}.svg`)}" width="900" height="720" alt=""><figcaption class="note">${textsOf(language).drawn}</figcaption></figure>`;
}

function leadStory(content: SiteContent, snapshot: SiteSnapshot): SafeHtml {
  const { language } = snapshot;
  const texts = textsOf(language);
  const corrected = snapshot.history.findLast(isCorrection);
  const others = alternatesOf(content, snapshot.storyId).filter((alternate) => alternate.language !== language);
  return html`<div class="wrap lead"><div class="words">
${snapshot.themeKey && snapshot.themeTitle && html`<p class="kicker"><a href="${pathOf(language, { name: 'theme', key: snapshot.themeKey })}">${snapshot.themeTitle}</a></p>`}
<h1><a href="${storyPath(snapshot)}">${snapshot.title}</a></h1><p class="lede">${snapshot.lead}</p>
<p class="byline"><a class="genuine" href="${pathOf(language, { name: 'verification', code: snapshot.code })}">${genuineSign()}${texts.signedOriginal}</a>
<span>${corrected ? `${texts.correctionTitle} ${shortDate(language, corrected.at)}` : `${texts.published} ${shortDate(language, snapshot.publishedAt)}`}</span>
${others.map((other) => html`<a href="${other.path}" lang="${other.language}" hreflang="${other.language}">${texts.readIn[other.language]}</a>`)}</p>
</div>${leadFigure(content, snapshot, language)}</div>`;
}

function emptyLead(content: SiteContent, language: SiteLanguage): SafeHtml {
  const texts = textsOf(language);
  return html`<div class="wrap lead"><div class="words"><h1>${content.settings.siteName[language]}</h1><p class="lede">${texts.nothingYet}</p></div>${leadFigure(content, null, language)}</div>`;
}

function ruler(content: SiteContent, language: SiteLanguage): SafeHtml | null {
  const texts = textsOf(language);
  if (content.upcoming.length === 0) return null;
  const days = content.upcoming.slice(0, rulerLength).map(({ day, title }) => {
    const lunar = lunarDateOf(content.lunarTable, day);
    const [year, month, date] = day.split('-').map(Number);
    const rest = day.slice(0, 4) === content.today.slice(0, 4) ? `/${month}` : `/${month}/${year}`;
    return html`<li><p class="date">${date}<small>${rest}</small></p>${lunar && html`<p class="lunar">${moonSvg(lunar.day)}${lunarWords(language, lunar, false)}</p>`}<p>${title[language]}</p></li>`;
  });
  return html`<section class="cloth ruler" aria-labelledby="upcoming"><div class="wrap"><h2 id="upcoming">${texts.upcoming}</h2><ol class="days">${days}</ol></div></section>`;
}

function sideColumn(content: SiteContent, language: SiteLanguage): SafeHtml {
  const texts = textsOf(language);
  const corrections = publicCorrections(content, language).slice(0, 3);
  return html`<div class="side">
<section class="notice"><h2>${texts.genuineQuestion}</h2><p>${texts.genuineAnswer}</p><p><a class="go" href="${pathOf(language, { name: 'verify' })}">${texts.openVerify}</a></p></section>
<section class="notice"><h2>${texts.weCorrected}</h2>${
    corrections.length === 0
      ? html`<p>${texts.noCorrections}</p>`
      : html`<ul class="log">${corrections.map(({ snapshot, entry }) => html`<li><time datetime="${entry.at}">${shortDate(language, entry.at)}, ${texts.historyTypes[entry.type]}</time><a href="${storyPath(snapshot)}">${entry.note || snapshot.title}</a></li>`)}</ul>`
  }<p><a class="go" href="${pathOf(language, { name: 'corrections' })}">${texts.corrections}</a></p></section>
</div>`;
}

function themeGrid(content: SiteContent, language: SiteLanguage): SafeHtml {
  const texts = textsOf(language);
  const live = liveSnapshots(content, language);
  const items = content.themes.map((theme, index) => {
    const count = live.filter((snapshot) => snapshot.themeKey === theme.key).length;
    return html`<li><a href="${pathOf(language, { name: 'theme', key: theme.key })}">${themeSign(index)}<b>${theme.title[language]}</b><span>${texts.themeCount(count)}</span></a></li>`;
  });
  return html`<section class="wrap themes-section" id="themes" aria-labelledby="themes-heading"><h2 id="themes-heading">${texts.themesHeading}</h2>${items.length > 0 && html`<ul class="themes">${items}</ul>`}</section>`;
}
