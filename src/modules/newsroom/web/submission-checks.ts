import type { BodyDocument, Edition, StoryDetail } from '../newsroom.shapes.contract.ts';

export type CheckName = 'sent' | 'title' | 'body' | 'alt' | 'cover_alt' | 'clauses' | 'source';
export interface Check {
  readonly name: CheckName;
  /** `advice` is shown and stops nothing: the server would take the text. */
  readonly state: 'met' | 'missing' | 'advice';
}

interface Facts {
  readonly story: Pick<StoryDetail, 'clauses' | 'noClauseReason'>;
  readonly edition: Pick<Edition, 'isSource' | 'isStale'>;
  readonly text: { readonly title: string; readonly body: BodyDocument };
  readonly hasUnsent: boolean;
  /** Words of the cover picture in this language; null without a cover or while they are not known. */
  readonly coverAlt: string | null;
}

/** What stands between the text and a second reader. The server decides again; here the writer sees it beforehand. */
export function checksOf({ story, edition, text, hasUnsent, coverAlt }: Facts): Check[] {
  const state = (isMet: boolean) => (isMet ? 'met' : 'missing');
  const images = imagesOf(text.body);
  const servesOne = story.clauses.some((clause) => clause.state === 'confirmed') || story.noClauseReason !== null;
  return [
    { name: 'sent', state: state(!hasUnsent) },
    { name: 'title', state: state(text.title.trim().length >= 3) },
    { name: 'body', state: state(hasWords(text.body) || images.length > 0) },
    ...(images.length > 0
      ? [{ name: 'alt' as const, state: state(images.every((alt) => alt.trim() !== '')) } as const]
      : []),
    ...(coverAlt === null ? [] : [{ name: 'cover_alt' as const, state: state(coverAlt.trim() !== '') } as const]),
    // Where no directive is confirmed yet the server asks for none.
    { name: 'clauses', state: servesOne ? 'met' : 'advice' },
    ...(edition.isSource ? [] : [{ name: 'source' as const, state: edition.isStale ? 'advice' : 'met' } as const]),
  ];
}

interface LooseNode {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly attrs?: { readonly alt?: unknown };
  readonly content?: readonly LooseNode[];
}

function nodesOf(body: BodyDocument): LooseNode[] {
  const flat = (node: LooseNode): LooseNode[] => [node, ...(node.content ?? []).flatMap(flat)];
  return ((body.content ?? []) as readonly LooseNode[]).flatMap(flat);
}

function hasWords(body: BodyDocument): boolean {
  return nodesOf(body).some((node) => typeof node.text === 'string' && node.text.trim() !== '');
}

function imagesOf(body: BodyDocument): string[] {
  return nodesOf(body)
    .filter((node) => node.type === 'image')
    .map((node) => String(node.attrs?.alt ?? ''));
}
