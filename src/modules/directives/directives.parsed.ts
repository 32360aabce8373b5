import { z } from 'zod';

/** Half-open range of UTF-16 units of the text as it came. */
export const sourceRange = z.object({ from: z.number().int(), to: z.number().int() });
export type SourceRange = z.infer<typeof sourceRange>;

export const clauseNature = z.enum(['content', 'method', 'assignment', 'other']);
export type ClauseNature = z.infer<typeof clauseNature>;

/** `assigned` (giao): to a unit of the department. `requested` (đề nghị): of a commune or partner, who may decline. */
export const clauseMode = z.enum(['assigned', 'requested']);
export type ClauseMode = z.infer<typeof clauseMode>;

/** `lead` (chủ trì) does it, `supporting` (phối hợp) helps, `named` only stands in the wording ("báo cáo Lãnh đạo Sở"). */
export const unitRole = z.enum(['lead', 'supporting', 'named']);
export type UnitRole = z.infer<typeof unitRole>;

export const unitMention = z.object({ text: z.string(), unitId: z.string(), role: unitRole.default('lead') });
export type UnitMention = z.infer<typeof unitMention>;

export const channelMention = z.object({ text: z.string(), channelId: z.string() });
export type ChannelMention = z.infer<typeof channelMention>;

export const clauseRhythm = z.enum(['weekly', 'monthly', 'quarterly', 'yearly']);
export type ClauseRhythm = z.infer<typeof clauseRhythm>;

/** Words that speak of time: a last day, a day, a span ("quý II"), something that comes again, a feast. */
export const timeMention = z.object({
  text: z.string(),
  kind: z.enum(['deadline', 'day', 'span', 'recurring', 'feast']),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  rhythm: clauseRhythm.nullable(),
});
export type TimeMention = z.infer<typeof timeMention>;

/** What is to be delivered: "05 tin, bài". */
export const outputMention = z.object({ text: z.string(), kind: z.string(), count: z.number().int() });
export type OutputMention = z.infer<typeof outputMention>;

export const themeMention = z.object({ text: z.string(), key: z.string() });
export type ThemeMention = z.infer<typeof themeMention>;

export const parsedClause = z.object({
  /** `I.1.2/1`: numbered levels joined by dots, then the position of the dash or paragraph. Unique in the document. */
  path: z.string(),
  /** As printed (`I.`, `1.2.`, `đ)`, `-`); null for an unmarked paragraph. */
  label: z.string().nullable(),
  /** Wording of a heading; null for a clause that is no heading. */
  title: z.string().nullable(),
  /** Whole wording without the label, broken sentences joined. */
  text: z.string(),
  nature: clauseNature,
  mode: clauseMode.nullable(),
  dates: z.array(z.iso.date()),
  units: z.array(unitMention),
  channels: z.array(channelMention),
  /** Each with the words that it rests on. */
  times: z.array(timeMention).default([]),
  outputs: z.array(outputMention).default([]),
  themes: z.array(themeMention).default([]),
  /** What follows from them for a task, or what a person entered instead. */
  dueOn: z.iso.date().nullable().default(null),
  rhythm: clauseRhythm.nullable().default(null),
  expected: z.object({ kind: z.string(), count: z.number().int() }).nullable().default(null),
  /** The clause's own lines, label included, without its children. */
  source: sourceRange,
  get children() {
    return z.array(parsedClause);
  },
});
export type ParsedClause = z.infer<typeof parsedClause>;

export const documentReference = z.object({
  kind: z.string().nullable(),
  number: z.number().int().nullable(),
  date: z.iso.date().nullable(),
  issuer: z.string().nullable(),
});
export type DocumentReference = z.infer<typeof documentReference>;

export const repairKind = z.enum(['joined-line', 'recognition-slip']);

/** A proposal: `before` stands at `at` in the text as it came. Joined lines are already joined in clause texts, slips are not mended. */
export const parsedRepair = z.object({ kind: repairKind, at: z.number().int(), before: z.string(), after: z.string() });
export type ParsedRepair = z.infer<typeof parsedRepair>;

export const warningCode = z.enum([
  'kind-missing',
  'symbol-missing',
  'number-blank',
  'date-blank',
  'date-invalid',
  'subject-missing',
  'issuer-missing',
  'clauses-missing',
  'recipients-missing',
  'signature-missing',
  'numbering-gap',
  'numbering-repeated',
  'unit-not-matched',
  'annex-not-read',
  'hard-wrapped',
]);
export const parsedWarning = z.object({
  code: warningCode,
  at: z.number().int().nullable(),
  detail: z.string().nullable(),
});
export type ParsedWarning = z.infer<typeof parsedWarning>;

export const partKind = z.enum([
  'heading',
  'preamble',
  'closing',
  'recipients',
  'signature',
  'annex',
  'page-number',
  'decoration',
]);
export type PartKind = z.infer<typeof partKind>;

export const parsedDirective = z.object({
  /** Abbreviation of Nghị định 30/2020, annex III (`HD`); null for a công văn. */
  kind: z.string().nullable(),
  number: z.number().int().nullable(),
  /** Without number and slash: `HD-SVHTTDL`. */
  symbol: z.string().nullable(),
  subject: z.string().nullable(),
  issuer: z.string().nullable(),
  issuerUnitId: z.string().nullable(),
  place: z.string().nullable(),
  date: z.iso.date().nullable(),
  year: z.number().int().nullable(),
  bases: z.array(documentReference),
  addressees: z.array(z.string()),
  preamble: z.array(z.string()),
  recipients: z.array(z.string()),
  signature: z.object({
    authority: z.string().nullable(),
    post: z.string().nullable(),
    name: z.string().nullable(),
  }),
  clauses: z.array(parsedClause),
  closing: z.array(z.string()),
  repairs: z.array(parsedRepair),
  warnings: z.array(parsedWarning),
  /** Where everything that is no clause stands; with the clauses' ranges it covers each non-blank line once. */
  parts: z.array(z.object({ kind: partKind, source: sourceRange })),
});
export type ParsedDirective = z.infer<typeof parsedDirective>;
