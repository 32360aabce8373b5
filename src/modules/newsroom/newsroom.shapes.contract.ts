import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';

export const storyKind = z.enum(['news', 'article', 'photo_story', 'announcement', 'correction']);
export const workState = z.enum([
  'drafting',
  'in_editing',
  'in_appraisal',
  'awaiting_approval',
  'approved',
  'returned',
  'rejected',
]);
export const publicState = z.enum(['not_public', 'scheduled', 'live', 'withdrawn', 'removed']);
/** How a change of a live edition is shown to the reader: cập nhật, đính chính, cải chính. */
export const publicChangeKind = z.enum(['update', 'correction', 'formal_correction']);
export const clauseState = z.enum(['suggested', 'confirmed', 'declined']);
/** Moves along the work axis that carry nothing but a reason. */
export const simpleMove = z.enum(['take_back', 'send_to_appraisal', 'pass_appraisal', 'reject', 'reopen']);
export const editionAction = z.enum([
  'save',
  'submit',
  'take_back',
  'send_to_appraisal',
  'pass_appraisal',
  'return',
  'reject',
  'reopen',
  'approve',
  'publish',
  'unschedule',
  'publish_urgently',
  'start_change',
  'cancel_change',
  'withdraw',
  'remove',
]);
export type StoryKind = z.infer<typeof storyKind>;
export type EditionAction = z.infer<typeof editionAction>;
export type SimpleMove = z.infer<typeof simpleMove>;

export const limits = { title: 300, lead: 1500, workingTitle: 300, reason: 1000, note: 1000 } as const;

/** Words of people. PostgreSQL holds no NUL and JSON no half of a surrogate pair, so neither comes in. */
export const words = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'));
export const names = z.record(z.string(), z.string());
export const languageCode = z.string().regex(/^[a-z]{2,3}$/);
export const version = z.number().int();
export const reason = words(limits.reason).min(3);
export const storyParams = z.object({ id: z.uuid() });
export const editionParams = z.object({ id: z.uuid() });
export const changeErrors = [
  'platform.not_found',
  'platform.not_permitted',
  'platform.version_conflict',
  'platform.transition_not_allowed',
] as const;

/**
 * A Tiptap document. Nodes: doc, paragraph, heading (level 2 or 3), bulletList, orderedList (start), listItem, blockquote,
 * horizontalRule, hardBreak, text, image (attrs: assetId, alt). Marks: bold, italic, link (href: https, http, mailto or
 * an address of this site). Anything else is refused with `newsroom.body_not_valid` ({ at, problem }).
 */
export const bodyDocument = z.object({ type: z.literal('doc'), content: z.array(z.unknown()).max(2000).optional() });
export type BodyDocument = z.infer<typeof bodyDocument>;

export const revisionSummary = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  createdAt: z.iso.datetime(),
  createdByName: z.string().nullable(),
  isLive: z.boolean(),
  isCurrent: z.boolean(),
});
export const revision = revisionSummary.extend({
  lead: z.string(),
  body: bodyDocument,
  coverAssetId: z.uuid().nullable(),
});
export type Revision = z.infer<typeof revision>;

/** `true` for each action that the person may take now; keys of editionAction. */
const editionAbilities = z.record(editionAction, z.boolean());

export const edition = z.object({
  id: z.uuid(),
  language: z.string(),
  languageNames: names,
  code: z.string(),
  workState,
  publicState,
  version,
  /** The edition that the story was first written in; the others are translations of it. */
  isSource: z.boolean(),
  sourceRevisionId: z.uuid().nullable(),
  /** The source has moved on since this translation was made from it. */
  isStale: z.boolean(),
  isMachineMade: z.boolean(),
  /** Published urgently without a second person, and nobody has approved it since. */
  needsLaterApproval: z.boolean(),
  pendingChange: publicChangeKind.nullable(),
  pendingNote: z.string().nullable(),
  notBefore: z.iso.datetime().nullable(),
  firstLiveAt: z.iso.datetime().nullable(),
  /** Path on the portal; null until it was live once. */
  publicPath: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
  submittedByName: z.string().nullable(),
  /** Why it was returned or rejected last; null when that is not its state. */
  returnReason: z.string().nullable(),
  current: revision,
  /** Words of the cover: while the edition is judged and once it is approved, those that were handed in. */
  cover: z.object({ alt: z.string(), credit: z.string() }).nullable(),
  liveRevisionId: z.uuid().nullable(),
  /** Newest first, at most 100. */
  revisions: z.array(revisionSummary),
  abilities: editionAbilities,
});
export type Edition = z.infer<typeof edition>;

export const storyClause = z.object({
  clauseId: z.uuid(),
  path: z.string(),
  title: z.string(),
  text: z.string(),
  directive: z.string(),
  state: clauseState,
});

export const storyDetail = z.object({
  id: z.uuid(),
  kind: storyKind,
  unitId: z.string(),
  unitNames: names,
  workingTitle: z.string(),
  noClauseReason: z.string().nullable(),
  isExample: z.boolean(),
  version,
  createdAt: z.iso.datetime(),
  createdByName: z.string().nullable(),
  clauses: z.array(storyClause),
  /** The source first, then in the order of their making. */
  editions: z.array(edition),
  history: z.array(historyRow),
  abilities: z.object({ add_edition: z.boolean(), confirm_clauses: z.boolean(), withdraw: z.boolean() }),
});
export type StoryDetail = z.infer<typeof storyDetail>;

export const storyRow = z.object({
  id: z.uuid(),
  kind: storyKind,
  unitId: z.string(),
  unitNames: names,
  workingTitle: z.string(),
  isExample: z.boolean(),
  clauseCount: z.number().int(),
  updatedAt: z.iso.datetime(),
  editions: z.array(
    z.object({
      id: z.uuid(),
      language: z.string(),
      title: z.string(),
      workState,
      publicState,
      pendingChange: publicChangeKind.nullable(),
      isStale: z.boolean(),
      needsLaterApproval: z.boolean(),
      notBefore: z.iso.datetime().nullable(),
    }),
  ),
});
export type StoryRow = z.infer<typeof storyRow>;
