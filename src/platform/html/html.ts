/** Text that is already HTML. Only `html`, `raw` and `jsonScript` make it, so whatever else reaches a page is escaped. */
export class SafeHtml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type HtmlValue = SafeHtml | string | number | boolean | null | undefined | readonly HtmlValue[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Marks text as HTML without looking at it. Only for what our own code has made or a strict schema has rendered. */
export function raw(text: string): SafeHtml {
  return new SafeHtml(text);
}

const urlPlace = /\s(?:href|src|action|formaction|poster)=["']$/i;
const checkedTemplates = new WeakSet<TemplateStringsArray>();

// Places where escaping does not protect. They are mistakes of the programmer, so they throw at the first rendering.
function checkTemplate(parts: TemplateStringsArray): void {
  let before = '';
  for (const part of parts.slice(0, -1)) {
    before += part;
    if (/<[a-z][^<>]*=\s*$/i.test(before)) throw new Error('html: an attribute value must stand in quotes');
    if (/\s(?:on[a-z]+|style|srcdoc)=(["'])(?:(?!\1).)*$/is.test(before))
      throw new Error('html: no value inside on…, style, srcdoc');
    if (/<(?:script|style)\b(?:(?!<\/(?:script|style)).)*$/is.test(before))
      throw new Error('html: no value inside script, style');
    before += 'x';
  }
  checkedTemplates.add(parts);
}

function render(value: HtmlValue): string {
  if (value instanceof SafeHtml) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(render).join('');
  return '';
}

/**
 * Tagged template: every value is escaped; lists are joined; null, undefined, true and false print nothing, so that
 * `${isNew && html`…`}` works. A value that begins an address attribute also goes through `safeUrl`.
 */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): SafeHtml {
  if (!checkedTemplates.has(parts)) checkTemplate(parts);
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) {
    const isUrl = typeof value === 'string' && urlPlace.test(parts[index] ?? '');
    text += render(isUrl ? safeUrl(value) : value) + (parts[index + 1] ?? '');
  }
  return new SafeHtml(text);
}

/** An address of http, https, mailto or of this site itself; anything else becomes "#". */
export function safeUrl(address: string): string {
  // Browsers drop control characters and blanks before they read the scheme, so they are dropped here too.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what an attacker hides a scheme with
  const cleaned = address.replace(/[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\ufeff]/g, '');
  if (/^(?:https?:\/\/|mailto:)/i.test(cleaned)) return cleaned;
  if (/^[/\\]{2}/.test(cleaned)) return '#';
  return /^[^/?#]*:/.test(cleaned) ? '#' : cleaned;
}

/** A data block (JSON-LD). It is never executed; `<` is written as an escape, so no text can end the block. */
export function jsonScript(type: 'application/ld+json', data: unknown): SafeHtml {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return new SafeHtml(`<script type="${type}">${json}</script>`);
}
