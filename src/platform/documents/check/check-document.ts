import type { CheckRule, RuleFinding, Severity } from './checked-rule.ts';
import { findZones } from './document-zones.ts';
import { type CheckedDocument, readDocument } from './docx-model.ts';
import { closeDocx, type DocxPackage, openDocx } from './docx-package.ts';
import { ruleWords } from './rule-words.ts';
import { bodyRules } from './rules/body-rules.ts';
import { footRules } from './rules/foot-rules.ts';
import { headingRules } from './rules/heading-rules.ts';
import { pageRules } from './rules/page-rules.ts';
import { wordingRules } from './rules/wording-rules.ts';

export interface Finding {
  /** The rule and its place; the same file gives the same ids. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Where Nghị định 30/2020/NĐ-CP says so. */
  readonly source: string;
  readonly words: { readonly vi: string; readonly en: string };
  /** The opening words of the paragraph; empty where the whole document is meant. */
  readonly place: string;
  readonly found: string;
  readonly expected: string;
  readonly canMend: boolean;
}

export interface CheckResult {
  readonly form: 'state' | 'party';
  readonly findings: readonly Finding[];
}

export const checkRules: readonly CheckRule[] = [
  ...pageRules,
  ...headingRules,
  ...bodyRules,
  ...footRules,
  ...wordingRules,
];

interface Found extends Finding {
  readonly mend: (() => void) | undefined;
}

function placeOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 70 ? `${words.slice(0, 69)}…` : words;
}

function described(rule: CheckRule, finding: RuleFinding, seen: Map<string, number>): Found {
  const place = `${rule.id}:${finding.at?.index ?? 'document'}`;
  const count = (seen.get(place) ?? 0) + 1;
  seen.set(place, count);
  return {
    id: count === 1 ? place : `${place}:${count}`,
    rule: rule.id,
    severity: rule.severity,
    source: rule.source,
    words: ruleWords[rule.id] ?? { vi: rule.id, en: rule.id },
    place: placeOf(finding.at?.text ?? ''),
    found: finding.found,
    expected: finding.expected,
    canMend: finding.mend !== undefined,
    mend: finding.mend,
  };
}

function findingsOf(document: CheckedDocument, rules: readonly CheckRule[]) {
  const zones = findZones(document);
  const seen = new Map<string, number>();
  const applying = rules.filter(({ forms }) => forms === 'both' || zones.form === 'state');
  const findings = applying.flatMap((rule) =>
    rule.check(document, zones).map((finding) => described(rule, finding, seen)),
  );
  return { form: zones.form, findings };
}

/** Looks a .docx over against Nghị định 30/2020/NĐ-CP. Throws UnreadableDocument. Pure: nothing is kept. */
export function checkDocument(bytes: Uint8Array): CheckResult {
  const { form, findings } = findingsOf(readDocument(openDocx(bytes)), checkRules);
  return { form, findings: findings.map(({ mend: _mend, ...finding }) => finding) };
}

/** A copy in which the findings with these ids are mended; 'all' mends whatever is safe. */
export function mendDocument(bytes: Uint8Array, ids: readonly string[] | 'all'): Uint8Array {
  const docx: DocxPackage = openDocx(bytes);
  // Rule after rule, since a mend changes what the next rule sees; places stay, as no mend adds or takes a paragraph.
  for (const rule of checkRules) {
    const { findings } = findingsOf(readDocument(docx), [rule]);
    const wanted = findings.filter(({ id }) => ids === 'all' || ids.includes(id));
    for (const { mend } of wanted.toReversed()) mend?.();
  }
  return closeDocx(docx);
}
