import { html, type SafeHtml } from '../../../platform/html/html.ts';
import type { Block, Body, Inline, ListItem, Mark } from './newsroom.body.ts';

/** A picture as it was approved: its file, size and credit. */
export interface RenderedPicture {
  readonly assetId: string;
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly credit: string;
}

/** The HTML of a body. Everything goes through the escaping template, so no stored text becomes markup. */
export function renderBodyHtml(body: Body, pictures: readonly RenderedPicture[]): string {
  const bySource = new Map(pictures.map((picture) => [picture.assetId, picture]));
  const blocks = (list: readonly Block[]): SafeHtml[] => list.map(block);
  const items = (list: readonly ListItem[]): SafeHtml[] =>
    list.map((item) => html`<li>${onlyParagraph(item) ?? blocks(item.content)}</li>`);
  function block(node: Block): SafeHtml {
    switch (node.type) {
      case 'paragraph':
        return node.content ? html`<p>${node.content.map(inline)}</p>` : html``;
      case 'heading':
        return node.attrs.level === 2
          ? html`<h2>${(node.content ?? []).map(inline)}</h2>`
          : html`<h3>${(node.content ?? []).map(inline)}</h3>`;
      case 'bulletList':
        return html`<ul>${items(node.content)}</ul>`;
      case 'orderedList':
        return html`<ol start="${node.attrs.start}">${items(node.content)}</ol>`;
      case 'blockquote':
        return html`<blockquote>${blocks(node.content)}</blockquote>`;
      case 'horizontalRule':
        return html`<hr>`;
      case 'image': {
        const picture = bySource.get(node.attrs.assetId);
        if (!picture) return html``;
        return html`<figure><img src="${picture.src}" width="${picture.width}" height="${picture.height}" alt="${node.attrs.alt}" loading="lazy">${picture.credit !== '' && html`<figcaption class="note">${picture.credit}</figcaption>`}</figure>`;
      }
    }
  }
  return blocks(body.content)
    .map(String)
    .filter((text) => text !== '')
    .join('\n');
}

// A point of one paragraph is written without <p>, as a reader expects of a short list.
function onlyParagraph(item: ListItem): SafeHtml[] | null {
  const [first] = item.content;
  return item.content.length === 1 && first?.type === 'paragraph' ? (first.content ?? []).map(inline) : null;
}

function inline(node: Inline): SafeHtml {
  if (node.type === 'hardBreak') return html`<br>`;
  return (node.marks ?? []).reduceRight((inner, mark) => wrap(inner, mark), html`${node.text}`);
}

function wrap(inner: SafeHtml, mark: Mark): SafeHtml {
  switch (mark.type) {
    case 'bold':
      return html`<strong>${inner}</strong>`;
    case 'italic':
      return html`<em>${inner}</em>`;
    case 'link':
      return html`<a href="${mark.attrs.href}" rel="noopener">${inner}</a>`;
  }
}

/** The paragraphs of a body as plain text, one a line: for search, for channels, for comparing. */
export function paragraphsOf(body: Body): string[] {
  const lines: string[] = [];
  const visit = (blocks: readonly Block[], prefix: string): void => {
    for (const node of blocks) {
      if (node.type === 'paragraph' || node.type === 'heading') {
        const text = (node.content ?? []).map((one) => (one.type === 'text' ? one.text : '\n')).join('');
        if (text.trim() !== '') lines.push(prefix + text.trim());
      } else if (node.type === 'blockquote') visit(node.content, prefix);
      else if (node.type === 'bulletList') for (const item of node.content) visit(item.content, `${prefix}- `);
      else if (node.type === 'orderedList')
        for (const [index, item] of node.content.entries())
          visit(item.content, `${prefix}${node.attrs.start + index}. `);
    }
  };
  visit(body.content, '');
  return lines;
}

export function renderPlainText(body: Body): string {
  return paragraphsOf(body).join('\n\n');
}
