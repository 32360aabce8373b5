import { type HtmlValue, html, raw, type SafeHtml } from '../../html/html.ts';
import { annexReference } from '../annex-reference.ts';
import {
  formatAnnexLabel,
  formatBases,
  formatDashList,
  formatNumberAndSymbol,
  formatPlaceAndDate,
  formatRecipients,
  formatSigningPost,
  markEnd,
  oneLine,
  upperCase,
} from '../document-text.ts';
import { splitIntoLines } from '../line-breaks.ts';
import {
  type DocumentBlock,
  isPicture,
  type OfficialDocument,
  type PictureBlock,
  type TableBlock,
  type TableBlockCell,
  type TextPiece,
} from '../official-document.ts';
import { columnShare, textWidthOfPageMm } from '../page-measures.ts';
import { partyTitle } from '../party-form.ts';

/** Text with its line breaks, bold and italic; links stay words, since paper has none. */
function words(pieces: readonly TextPiece[]): SafeHtml[] {
  return pieces.map(({ text, bold, italic }) => {
    const lines = text.split('\n').flatMap((line, index) => (index > 0 ? [raw('<br>'), line] : [line]));
    const inside = italic ? html`<i>${lines}</i>` : html`${lines}`;
    return bold ? html`<b>${inside}</b>` : inside;
  });
}

function image(block: PictureBlock): SafeHtml {
  const source = `data:image/${block.format === 'jpg' ? 'jpeg' : 'png'};base64,${Buffer.from(block.bytes).toString('base64')}`;
  // html`` would take a data: address for a harmful one; these bytes are our own.
  return html`${raw(`<img src="${source}"`)} alt="${block.alternative}">`;
}

function table(block: TableBlock): SafeHtml {
  const shares = block.header.map((_, index) => columnShare(block.columnWidths[index]));
  const sum = shares.reduce((total, share) => total + share, 0);
  const inside = (cell: TableBlockCell) =>
    isPicture(cell) ? image(cell) : words(typeof cell === 'string' ? [{ text: cell }] : cell);
  const cell = (content: TableBlockCell, column: number) =>
    html`<td class="align-${block.alignments?.[column] ?? 'left'}">${inside(content)}</td>`;
  return html`<table class="sheet-table">
    <colgroup>${shares.map((share) => html`<col width="${Math.round((share / sum) * 1000) / 10}%">`)}</colgroup>
    <thead><tr>${block.header.map((title) => html`<th>${title}</th>`)}</tr></thead>
    <tbody>${block.rows.map((row) =>
      row.kind === 'group'
        ? html`<tr class="sheet-group"><th colspan="${block.header.length}" class="align-left">${row.title}</th></tr>`
        : html`<tr>${block.header.map((_, column) => cell(row.cells[column] ?? '', column))}</tr>`,
    )}</tbody>
  </table>`;
}

function blockHtml(block: DocumentBlock): SafeHtml {
  switch (block.kind) {
    case 'heading': {
      const text = block.level === 1 ? upperCase(block.text) : oneLine(block.text);
      return html`<p class="sheet-heading-${block.level}">${block.label} ${text}</p>`;
    }
    case 'legal-heading':
      return block.level === 'Điều'
        ? html`<p class="sheet-heading-2">Điều ${block.number}. ${block.title}</p>`
        : html`<p class="sheet-centred"><b>${block.level} ${block.number}<br>${upperCase(block.title)}</b></p>`;
    case 'paragraph':
      return html`<p>${words(block.runs)}</p>`;
    case 'dash-list':
      return html`${block.items.map((item) => html`<p>${block.mark ?? '-'} ${words(item)}</p>`)}`;
    case 'note':
      return html`<p><i>${block.text}</i></p>`;
    case 'table':
      return table(block);
    case 'picture': {
      const caption = block.caption ? html`<figcaption>${block.caption}</figcaption>` : null;
      return html`<figure>${image(block)}${caption}</figure>`;
    }
  }
}

const agency = { sizePt: 12, bold: false, widthMm: textWidthOfPageMm - 96 };

/** Broken where the .docx breaks it. */
function lines(text: string, setting: Parameters<typeof splitIntoLines>[1]): HtmlValue[] {
  return splitIntoLines(text, setting).flatMap((line, index) => (index > 0 ? [raw('<br>'), line] : [line]));
}

function headOf(document: OfficialDocument): SafeHtml {
  const { form, draft, urgency, circulation, kindName } = document;
  const marks = [urgency && 'urgent', circulation && 'circulation', draft && 'draft'];
  const texts = [urgency, circulation, draft ? 'DỰ THẢO' : undefined];
  const left = html`${document.parentAgency ? html`<p>${lines(upperCase(document.parentAgency), agency)}</p>` : null}
      <p><b>${lines(upperCase(document.agency), { ...agency, bold: true })}</b></p>
      ${form === 'party' ? html`<p>*</p>` : html`<hr class="short">`}`;
  const national = html`<p class="sheet-national"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>
      <p class="sheet-motto"><b>Độc lập - Tự do - Hạnh phúc</b></p>`;
  const subject =
    kindName === null
      ? html`<p class="sheet-letter-subject">${lines(`V/v ${oneLine(document.subject)}`, agency)}</p>`
      : null;
  return html`<div class="sheet-head">
    <div>${left}</div>
    <div>${form === 'party' ? html`<p class="sheet-party"><b>${partyTitle}</b></p>` : national}<hr class="long"></div>
    <div>
      <p class="sheet-number">${formatNumberAndSymbol(document.numberAndSymbol, form)}</p>
      ${subject}
      ${texts.map((text, index) => (text ? html`<p class="sheet-mark ${marks[index] || ''}"><b>${text}</b></p>` : null))}
    </div>
    <div><p class="sheet-date"><i>${formatPlaceAndDate(document)}</i></p></div>
  </div>`;
}

function greeting(addressees: readonly string[]): SafeHtml | null {
  const names = formatDashList(addressees);
  const [only] = names;
  if (only === undefined) return null;
  if (names.length === 1) return html`<p class="sheet-centred">Kính gửi: ${only.slice(2)}</p>`;
  return html`<div class="sheet-greeting"><p>Kính gửi:</p>${names.map((name) => html`<p>${name}</p>`)}</div>`;
}

function footOf(document: OfficialDocument): SafeHtml {
  const hasAddressees = (document.addressees ?? []).some((addressee) => oneLine(addressee) !== '');
  const recipients = formatRecipients({ recipients: document.recipients, hasAddressees });
  return html`<div class="sheet-foot">
    <div>
      <p class="sheet-recipients"><b><i>Nơi nhận:</i></b></p>
      ${recipients.map((line) => html`<p>${line}</p>`)}
      ${document.draftingMark ? html`<p>${document.draftingMark}</p>` : null}
    </div>
    <div>
      ${formatSigningPost(document.signature, document.form).map((line) => html`<p><b>${line}</b></p>`)}
      <p class="sheet-name"><b>${oneLine(document.signature.name ?? '')}</b></p>
    </div>
  </div>`;
}

/** The sheets of a document as HTML for paper and for the preview; looks come from official-sheet.css alone. */
export function officialDocumentHtml(document: OfficialDocument): SafeHtml {
  const annexes = document.annexes ?? [];
  const { exampleNotice: notice, contact } = document;
  return html`<article class="official-sheet" lang="vi">
    ${headOf(document)}
    ${
      document.kindName === null
        ? null
        : html`<div class="sheet-title"><p><b>${upperCase(document.kindName)}</b></p><p><b>${lines(oneLine(document.subject), { sizePt: 14, bold: true, widthMm: textWidthOfPageMm - 20 })}</b></p><hr class="short"></div>`
    }
    ${greeting(document.addressees ?? [])}
    <div class="sheet-body">
      ${formatBases(document.bases ?? []).map((basis) => html`<p><i>${basis}</i></p>`)}
      ${markEnd(document.body).map(blockHtml)}
    </div>
    ${footOf(document)}
    ${contact ? html`<p class="sheet-contact">${contact}</p>` : null}
    ${notice ? html`<p class="sheet-notice"><i>${notice}</i></p>` : null}
  </article>
  ${annexes.map(
    (
      { title, body, landscape },
      index,
    ) => html`<article class="official-sheet sheet-annex${landscape ? ' landscape' : ''}" lang="vi">
      <p class="sheet-centred"><b>${formatAnnexLabel(index, annexes.length)}<br>${upperCase(title)}</b></p>
      <p class="sheet-centred sheet-reference"><i>${annexReference(document)}</i></p>
      <div class="sheet-body">${body.map(blockHtml)}</div>
    </article>`,
  )}`;
}
