import { type ReportDetail, type ReportNarrativeText, reportNarrative } from '../reports.contract.ts';

/** Everything of a report that people write: its name and the six parts. */
export type ReportWords = ReportNarrativeText & { readonly title: string };
export type NarrativePart = keyof ReportWords;
export const narrativeParts: readonly NarrativePart[] = ['title', ...reportNarrative.keyof().options];

interface Saved {
  readonly version: number;
  readonly narrative: ReportWords;
}
/** What a person typed, and the saved version that they typed it over. */
export interface NarrativeDraft {
  readonly base: Saved;
  readonly narrative: ReportWords;
}

/** A report as it is saved, its name among its words. */
export function wordsOf(report: Pick<ReportDetail, 'version' | 'title' | 'narrative'>): Saved {
  return { version: report.version, narrative: { title: report.title, ...report.narrative } };
}

/** Parts of the six that have no word yet: they are left out of the document. */
export function blankParts(narrative: ReportNarrativeText): (keyof ReportNarrativeText)[] {
  return reportNarrative.keyof().options.filter((part) => narrative[part].trim() === '');
}

export function typeInto(
  draft: NarrativeDraft | null,
  saved: Saved,
  part: NarrativePart,
  text: string,
): NarrativeDraft {
  const { base, narrative } = draft ?? {
    base: { version: saved.version, narrative: saved.narrative },
    narrative: saved.narrative,
  };
  return { base, narrative: { ...narrative, [part]: text } };
}

/** The interface asks for three letters at least. */
export function isTitleTooShort({ title }: Pick<ReportWords, 'title'>): boolean {
  return title.trim().length < 3;
}

/** True when something typed is not saved yet. */
export function isUnsaved(draft: NarrativeDraft | null): draft is NarrativeDraft {
  return draft !== null && narrativeParts.some((part) => draft.narrative[part] !== draft.base.narrative[part]);
}

/** Parts that both this person and somebody else changed, to different words. */
export function contestedParts(draft: NarrativeDraft, saved: Saved): NarrativePart[] {
  return narrativeParts.filter(
    (part) =>
      draft.narrative[part] !== draft.base.narrative[part] &&
      saved.narrative[part] !== draft.base.narrative[part] &&
      saved.narrative[part] !== draft.narrative[part],
  );
}

/** Lays what was typed over the newer saved version: parts that were not touched follow it, typed words stay. */
export function rebase(draft: NarrativeDraft, saved: Saved): NarrativeDraft {
  const narrative = { ...saved.narrative };
  for (const part of narrativeParts)
    if (draft.narrative[part] !== draft.base.narrative[part]) narrative[part] = draft.narrative[part];
  return { base: { version: saved.version, narrative: saved.narrative }, narrative };
}
