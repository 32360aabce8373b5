import { useState } from 'react';
import type { DirectiveDetail } from '../directives.contract.ts';
import { draftOf, type ReviewDraft } from './review-draft.ts';

export interface UnsavedReview {
  readonly draft: ReviewDraft;
  /** The version that the draft was begun on. */
  readonly version: number;
  readonly isChanged: boolean;
  /** Somebody else saved while this person was typing. */
  readonly isOutdated: boolean;
  readonly edit: (change: Partial<ReviewDraft>) => void;
  /** Goes on from this state of the directive, without what was typed. */
  readonly startFrom: (detail: DirectiveDetail) => void;
  /** Goes on from this state of the directive, with what was typed. */
  readonly carryTo: (detail: DirectiveDetail) => void;
}

/** Holds what a person types. A newer version from the server replaces it only while nothing is typed. */
export function useReviewDraft(detail: DirectiveDetail): UnsavedReview {
  const [version, setVersion] = useState(detail.version);
  const [draft, setDraft] = useState<ReviewDraft>(() => draftOf(detail));
  const [isChanged, setIsChanged] = useState(false);
  const startFrom = (next: DirectiveDetail) => {
    setVersion(next.version);
    setDraft(draftOf(next));
    setIsChanged(false);
  };
  const isNewer = detail.version > version;
  if (isNewer && !isChanged) startFrom(detail);
  return {
    draft,
    version,
    isChanged,
    isOutdated: isNewer && isChanged,
    edit: (change) => {
      setDraft((before) => ({ ...before, ...change }));
      setIsChanged(true);
    },
    startFrom,
    carryTo: (next) => {
      setVersion(next.version);
      setDraft((before) => ({ ...before, decisions: { ...next.reviewed.decisions, ...before.decisions } }));
    },
  };
}
