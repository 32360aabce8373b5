import { useState } from 'react';
import type { DirectiveDetail } from '../directives.contract.ts';
import { draftOf, type ReviewDraft, stepDraft } from './review-draft.ts';

export interface UnsavedReview {
  readonly draft: ReviewDraft;
  /** The version that the draft was begun on. */
  readonly version: number;
  readonly isChanged: boolean;
  /** Somebody else saved while this person was typing. */
  readonly isOutdated: boolean;
  /** `typing`: what is being typed into; all of it is undone at once. */
  readonly edit: (change: Partial<ReviewDraft>, typing?: string) => void;
  /** Takes back what was done last; null when there is nothing to take back. */
  readonly undo: (() => void) | null;
  /** Goes on from this state of the directive, without what was typed. */
  readonly startFrom: (detail: DirectiveDetail) => void;
  /** Goes on from this state of the directive, with what was typed. */
  readonly carryTo: (detail: DirectiveDetail) => void;
}

/** Holds what a person types. A newer version from the server replaces it only while nothing is typed. */
export function useReviewDraft(detail: DirectiveDetail): UnsavedReview {
  const [version, setVersion] = useState(detail.version);
  const [draft, setDraft] = useState<ReviewDraft>(() => draftOf(detail));
  const [past, setPast] = useState<readonly { readonly draft: ReviewDraft; readonly typing: string | null }[]>([]);
  const isChanged = past.length > 0;
  const startFrom = (next: DirectiveDetail) => {
    setVersion(next.version);
    setDraft(draftOf(next));
    setPast([]);
  };
  const isNewer = detail.version > version;
  if (isNewer && !isChanged) startFrom(detail);
  return {
    draft,
    version,
    isChanged,
    isOutdated: isNewer && isChanged,
    edit: (change, typing) => {
      setDraft({ ...draft, ...change });
      const isSameTyping = typing !== undefined && past.at(-1)?.typing === typing;
      if (!isSameTyping) setPast([...past, { draft, typing: typing ?? null }]);
    },
    undo: isChanged
      ? () => {
          setDraft(past.at(-1)?.draft ?? draft);
          setPast(past.slice(0, -1));
        }
      : null,
    startFrom,
    carryTo: (next) => {
      setVersion(next.version);
      // The steps were made on another tree: they are made again on this one, as far as they are possible.
      let carried: ReviewDraft = { ...draftOf(next), heading: draft.heading };
      for (const step of draft.structure) carried = stepDraft(carried, step, next.sourceText) ?? carried;
      setDraft({
        ...carried,
        changes: draft.changes,
        decisions: { ...next.reviewed.decisions, ...draft.decisions },
      });
    },
  };
}
