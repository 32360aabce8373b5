import { html, type SafeHtml } from '../../platform/html/html.ts';
import { historySign, sealSvg } from '../art/emblems.ts';
import { dateAndTime } from '../sites.dates.ts';
import { renderPage, type SiteContent } from '../sites.layout.ts';
import { pathOf } from '../sites.paths.ts';
import { type HistoryEntry, type SiteLanguage, siteLanguages } from '../sites.snapshot.ts';
import { type SiteTexts, textsOf } from '../sites.texts.ts';
import type { Comparison, Verification } from '../sites.verify.ts';
import { isCorrection, storyPath } from './parts.ts';

/** The form; `problem` says why the code that was entered leads nowhere. */
export function verifyPage(
  content: SiteContent,
  input: { language: SiteLanguage; problem: 'malformed' | 'unknown' | null; typed: string },
): string {
  const { language, problem } = input;
  const texts = textsOf(language);
  const message =
    problem === 'malformed'
      ? html`<p>${texts.codeMalformed}</p>`
      : html`<p><b>${texts.codeUnknown}</b> ${texts.codeUnknownLead}</p>`;
  return renderPage({
    content,
    language,
    path: pathOf(language, { name: 'verify' }),
    title: texts.verifyItem,
    description: texts.verifyLead,
    alternates: siteLanguages.map((other) => ({ language: other, path: pathOf(other, { name: 'verify' }) })),
    current: 'verify',
    isIndexed: problem === null,
    day: null,
    isExample: content.settings.isExample,
    main: html`<section class="cloth"><div class="band band-seed"></div><div class="wrap verdict"><div><h1>${texts.genuineQuestion}</h1><p>${texts.verifyLead}</p></div></div><div class="band band-seed"></div></section>
<div class="wrap list"><form class="code-form" method="get" action="${pathOf(language, { name: 'verify' })}">
<label for="code">${texts.codeLabel}</label><input id="code" name="code" value="${input.typed}" maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" required${problem && html` aria-describedby="code-problem" aria-invalid="true"`}><button type="submit">${texts.check}</button>
${problem && html`<div class="problem" id="code-problem" role="alert">${message}</div>`}</form></div>`,
  });
}

export function verificationPage(
  content: SiteContent,
  input: { language: SiteLanguage; verification: Verification; comparison: Comparison | null },
): string {
  const { language, verification } = input;
  const { snapshot } = verification;
  const texts = textsOf(language);
  return renderPage({
    content,
    language,
    path: pathOf(language, { name: 'verification', code: snapshot.code }),
    title: `${texts.verify} ${snapshot.code}`,
    description: texts.verdict[verdictOf(verification)],
    alternates: siteLanguages.map((other) => ({
      language: other,
      path: pathOf(other, { name: 'verification', code: snapshot.code }),
    })),
    current: 'verify',
    isIndexed: false,
    day: null,
    isExample: content.settings.isExample || snapshot.isExample,
    main: html`${verdictBlock({ verification, texts })}
<div class="wrap verification"><div>${facts({ verification, texts })}<h2>${texts.history}</h2><ol class="history">${snapshot.history.toReversed().map((entry) => historyItem({ entry, language }))}</ol></div>
<div>${snapshot.state !== 'removed' && compareForm(input)}${offline({ verification, language })}</div></div>`,
  });
}

function verdictOf({ snapshot, isGenuine }: Verification): keyof SiteTexts['verdict'] {
  if (!isGenuine) return 'broken';
  if (snapshot.state !== 'live') return snapshot.state;
  return snapshot.history.some(isCorrection) ? 'corrected' : 'live';
}

function verdictBlock({ verification, texts }: { verification: Verification; texts: SiteTexts }): SafeHtml {
  const { isGenuine, isTestKey, snapshot } = verification;
  const text = !isGenuine ? texts.verdictText.broken : isTestKey ? texts.verdictText.test : texts.verdictText.genuine;
  return html`<section class="cloth"><div class="band band-seed"></div><div class="wrap verdict">${sealSvg({ sha256: snapshot.manifestHash, size: 196, label: texts.sealLabel })}<div><h1>${texts.verdict[verdictOf(verification)]}</h1><p>${text}</p></div></div><div class="band band-seed"></div></section>`;
}

function facts({ verification, texts }: { verification: Verification; texts: SiteTexts }): SafeHtml {
  const { snapshot, keyId } = verification;
  const isRemoved = snapshot.state === 'removed';
  const reason = snapshot.withdrawalReason && html`<br>${texts.reason}${snapshot.withdrawalReason}`;
  // A removed item keeps code, state, hash and reason; its words are gone here too.
  const rows: (readonly [string, SafeHtml])[] = [
    ...(isRemoved
      ? []
      : [
          [
            texts.factTitle,
            html`<a href="${storyPath(snapshot)}" lang="${snapshot.language}">${snapshot.title}</a>`,
          ] as const,
        ]),
    [texts.factCode, html`<b class="code">${snapshot.code}</b>`],
    [texts.sender, html`${snapshot.byUnit}`],
    [texts.factState, html`${texts.states[snapshot.state]}${reason}`],
    [texts.factHash, html`<span class="mono">${snapshot.manifestHash.match(/.{8}/g)?.join(' ')}</span>`],
    [texts.factSignature, html`${keyId ? texts.factSignatureText(keyId) : texts.verdict.broken}`],
    ...(isRemoved ? [] : [[texts.factMachine, html`${snapshot.machineNotice ?? texts.noMachine}`] as const]),
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function historyItem({ entry, language }: { entry: HistoryEntry; language: SiteLanguage }): SafeHtml {
  const sign = entry.type === 'withdrawal' ? 'frame' : isCorrection(entry) ? 'diamond' : 'full';
  return html`<li>${historySign(sign)}<div><b><time datetime="${entry.at}">${dateAndTime(language, entry.at)}</time>: ${textsOf(language).historyTypes[entry.type]}</b>${entry.note && html`<span>${entry.note}</span>`}</div></li>`;
}

function compareForm(input: {
  language: SiteLanguage;
  verification: Verification;
  comparison: Comparison | null;
}): SafeHtml {
  const texts = textsOf(input.language);
  const { comparison } = input;
  return html`<section class="compare"><h2>${texts.compareTitle}</h2><p>${texts.compareLead}</p>
<form method="post" action="${`${pathOf(input.language, { name: 'verification', code: input.verification.snapshot.code })}#result`}"><label for="text">${texts.compareLabel}</label><textarea id="text" name="text" rows="5" maxlength="20000" required>${comparison?.text}</textarea><button type="submit">${texts.compareButton}</button></form>
${comparison && html`<div id="result" role="status">${comparisonResult({ comparison, texts })}</div>`}</section>`;
}

function comparisonResult({ comparison, texts }: { comparison: Comparison; texts: SiteTexts }): SafeHtml {
  if (comparison.sentences === 0) return html`<p class="result differs">${texts.compareEmpty}</p>`;
  if (comparison.missing.length === 0) return html`<p class="result">${texts.compareSame}</p>`;
  return html`<div class="result differs"><p>${texts.compareDifferent(comparison.missing.length, comparison.sentences)}</p><ul>${comparison.missing.slice(0, 10).map((sentence) => html`<li>“${sentence}”</li>`)}</ul></div>`;
}

function offline({ verification, language }: { verification: Verification; language: SiteLanguage }): SafeHtml {
  const texts = textsOf(language);
  const { code } = verification.snapshot;
  return html`<section class="offline"><h2>${texts.offlineTitle}</h2><p>${texts.offlineText}</p><p><code>lantoa verify ${code}.json --jwks jwks.json</code></p><ul><li><a href="${`/xac-thuc/${code}.json`}">${texts.signedFile}</a></li><li><a href="/.well-known/jwks.json">${texts.publicKeys}</a></li></ul><p class="note">${texts.sealExplanation}</p></section>`;
}
