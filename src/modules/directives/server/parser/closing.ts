import type { ClauseDraft, ClauseReading } from './clause-draft.ts';
import type { Lexicon } from './lexicon.ts';
import { ranks } from './markers.ts';
import { foldText } from './vietnamese-fold.ts';

const closingWords =
  /^(?:tren day la|trong qua trinh|(?:kinh )?de nghi cac|yeu cau cac|nhan duoc|can cu (?:huong dan|ke hoach|noi dung) nay|(?:huong dan|ke hoach|van ban|chi thi|nghi quyet|quyet dinh|cong dien|thong bao|ket luan) nay|cuoc hop ket thuc|hoi nghi ket thuc|van phong .{0,80}thong bao|ubnd .{0,60}(?:de nghi|yeu cau))(?!\p{L})/u;
const speaks = /^\s*(?:de nghi|yeu cau|thong bao|bao cao|tran trong|kinh)(?!\p{L})/u;

/** Does a paragraph speak to everybody at the end ("Trên đây là …", "Sở … đề nghị …")? */
export function isClosingStart(text: string, lexicon: Lexicon): boolean {
  const folded = foldText(text);
  if (closingWords.test(folded)) return true;
  if (!/^(?:so|ubnd|uy ban|phong|ban|trung tam|van phong|hoi dong)(?!\p{L})/u.test(folded)) return false;
  const unit = lexicon.units.find(text.slice(0, 160))[0];
  return unit?.from === 0 && speaks.test(folded.slice(unit.to));
}

/** Takes the closing paragraphs off the end of the tree. They stand without a label after the last clause. */
export function takeClosing(reading: ClauseReading, lexicon: Lexicon): ClauseDraft[] {
  const { inOrder } = reading;
  let first = inOrder.length;
  while (first > 0 && inOrder[first - 1]?.marker.rank === ranks.paragraph) first -= 1;
  const trailing = inOrder.slice(first);
  const at = trailing.findIndex((draft) => isClosing(draft, reading, lexicon));
  if (at === -1) return [];
  const closing = trailing.slice(at);
  // Paragraphs after the last label are the last children of their heading.
  for (const draft of closing) (draft.parent?.children ?? reading.roots).pop();
  inOrder.length = first + at;
  return closing;
}

/** The only paragraph under a heading is what the heading says, however it begins. */
function isClosing(draft: ClauseDraft, reading: ClauseReading, lexicon: Lexicon): boolean {
  const siblings = draft.parent?.children ?? reading.roots;
  const isLastWord = (draft.pieces.at(-1) ?? '').endsWith('./.') && isClosingStart(draft.pieces[0] ?? '', lexicon);
  if (isLastWord && /[.;]$/u.test(draft.parent?.pieces.at(-1) ?? '')) return true;
  if (draft.parent !== null && siblings[0] === draft) return false;
  if (siblings.length < 2) return false;
  const last = draft.pieces.at(-1) ?? '';
  return last.endsWith('./.') || isClosingStart(draft.pieces[0] ?? '', lexicon);
}
