import { html } from '../html/html.ts';

/** A mail in words, for one person in one language. Addresses are absolute. */
export interface MailWords {
  readonly language: string;
  readonly subject: string;
  readonly intro: string;
  readonly items: readonly { readonly title: string; readonly note: string; readonly link: string }[];
  /** Who sends it, that nobody reads answers, and where to choose what comes. */
  readonly footer: string;
  readonly settingsLink: string;
  readonly settingsLabel: string;
}

/** The same words twice: plain text for every reader, simple HTML without pictures, scripts or anything that is fetched. */
export function writeMailBody(words: MailWords): { text: string; html: string } {
  const { language, subject, intro, items, footer, settingsLink, settingsLabel } = words;
  const lines = items.flatMap(({ title, note, link }) => [
    `- ${title}`,
    ...(note ? [`  ${note}`] : []),
    `  ${link}`,
    '',
  ]);
  const text = [intro, '', ...lines, '-- ', footer, `${settingsLabel}: ${settingsLink}`, ''].join('\r\n');
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="margin:0;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#16202e">
<p style="margin:0 0 16px">${intro}</p>
<ul style="margin:0 0 24px;padding:0 0 0 20px">${items.map(
    ({ title, note, link }) => html`
<li style="margin:0 0 12px"><a href="${link}" style="color:#253a7c">${title}</a>${note && html`<br><span style="color:#4a5568">${note}</span>`}</li>`,
  )}
</ul>
<p style="margin:0;padding:12px 0 0;border-top:1px solid #c9d1dc;font-size:13px;color:#4a5568">${footer}<br><a href="${settingsLink}" style="color:#253a7c">${settingsLabel}</a></p>
</body></html>
`;
  return { text, html: page.text };
}
