import type { DocumentZones } from './document-zones.ts';
import type { CheckedDocument, CheckedParagraph } from './docx-model.ts';

/** An error breaks the decree beyond doubt; a suggestion needs a person's eye; a note tells of a custom. */
export type Severity = 'error' | 'suggestion' | 'note';

export interface RuleFinding {
  /** Where: a paragraph, or the document as a whole. */
  readonly at: CheckedParagraph | null;
  readonly found: string;
  readonly expected: string;
  /** Changes the document; only where nobody could want it otherwise. */
  readonly mend?: (() => void) | undefined;
}

export interface CheckRule {
  /** `group.name`; also the key of its words in both languages (rule-words.ts). */
  readonly id: string;
  readonly severity: Severity;
  /** Where the decree says so. */
  readonly source: string;
  /** Rules of wording hold for the documents of the Party too. */
  readonly forms: 'state' | 'both';
  check(document: CheckedDocument, zones: DocumentZones): RuleFinding[];
}

export function rule(definition: Omit<CheckRule, 'severity' | 'forms'> & Partial<CheckRule>): CheckRule {
  return { severity: 'error', forms: 'state', ...definition };
}
