import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { clauseMode, clauseNature, clauseRhythm, parsedDirective } from './directives.parsed.ts';

/** What the parser proposed, as a person has corrected it so far; repairs are decided by their place in the list. */
export const reviewedDirective = parsedDirective.extend({
  decisions: z.record(z.string(), z.enum(['accepted', 'declined'])),
});
export type ReviewedDirective = z.infer<typeof reviewedDirective>;

/** `replaced`: an earlier edition, whose place a corrected one has taken. */
export const directiveState = z.enum(['in_review', 'confirmed', 'replaced']);
export type DirectiveState = z.infer<typeof directiveState>;

const id = z.object({ id: z.uuid() });
const documentErrors = [
  'platform.document_scan',
  'platform.document_password',
  'platform.document_damaged',
  'platform.document_foreign',
  'platform.document_old_word',
  'platform.document_too_large',
  'platform.document_too_many_pages',
  'platform.document_too_nested',
  'platform.document_expands',
  'platform.document_too_slow',
  'platform.document_stopped',
  'platform.document_busy',
] as const;
const parseErrors = [
  'directives.empty_document',
  'directives.document_too_large',
  'directives.not_text',
  'directives.not_vietnamese',
  'directives.secret_document',
] as const;

export const directiveRow = z.object({
  id: z.string(),
  kind: z.string().nullable(),
  number: z.number().nullable(),
  symbol: z.string().nullable(),
  subject: z.string(),
  issuer: z.string().nullable(),
  issuedOn: z.string().nullable(),
  year: z.number().nullable(),
  state: directiveState,
  createdAt: z.iso.datetime(),
});

export const directiveDetail = directiveRow.extend({
  version: z.number().int(),
  sourceName: z.string(),
  sourceText: z.string(),
  sourceKind: z.enum(['docx', 'odt', 'pdf', 'text']),
  /** The file as it came can be downloaded; null for pasted text. */
  fileBytes: z.number().int().nullable(),
  readWarnings: z.array(z.string()),
  /** Of an earlier edition: the directive that it was. */
  editionOf: z.string().nullable(),
  /** Earlier editions, the latest first. */
  editions: z.array(z.object({ id: z.string(), replacedAt: z.iso.datetime() })),
  reviewed: reviewedDirective,
  /** The channels that a clause may name. */
  channels: z.array(z.object({ id: z.string(), names: z.record(z.string(), z.string()) })),
  /** The themes that a clause may speak of. */
  themes: z.array(z.object({ id: z.string(), names: z.record(z.string(), z.string()) })),
  abilities: z.object({ review: z.boolean(), confirm: z.boolean() }),
  history: z.array(historyRow),
});
export type DirectiveDetail = z.infer<typeof directiveDetail>;

export const listDirectives = defineEndpoint({
  method: 'GET',
  path: '/api/directives',
  summary: 'Directives, 50 a page: the newest first; with search, the best hits first',
  access: 'session',
  query: z.object({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    /** Words of the heading and of the clauses. Accents do not count; what was typed exactly comes first. */
    search: z.string().trim().max(100).optional(),
  }),
  response: z.object({
    directives: z.array(directiveRow),
    total: z.number().int(),
    /** There are more than `total`: hits are counted up to 10,000, and the newest 2,000 are shown. */
    isMore: z.boolean(),
    abilities: z.object({ import: z.boolean() }),
  }),
});

export const importDirective = defineEndpoint({
  method: 'POST',
  path: '/api/directives',
  summary:
    'Read a directive from a file (.docx, .odt, .pdf, .txt) or pasted text; the same text again gives the one that is here',
  access: 'session',
  upload: 'file',
  body: z.object({ id: z.uuid().optional(), text: z.string().max(8_000_000).optional() }),
  response: z.object({ id: z.string(), isNew: z.boolean() }),
  errors: [...parseErrors, ...documentErrors, 'directives.id_taken', 'platform.not_permitted'],
});

export const readImportProgress = defineEndpoint({
  method: 'GET',
  path: '/api/directives/imports/:id',
  summary: 'How far the reading of a file is, in pages; not found once it has ended',
  access: 'session',
  params: id,
  response: z.object({ done: z.number().int(), total: z.number().int() }),
});

export const stopImport = defineEndpoint({
  method: 'POST',
  path: '/api/directives/imports/:id/stop',
  summary: 'Stop the reading of a file; nothing of it is kept',
  access: 'session',
  params: id,
  response: z.object({}),
});

export const readDirectiveFile = defineEndpoint({
  method: 'GET',
  path: '/api/directives/:id/file',
  summary: 'The file that a directive came as',
  access: 'session',
  params: id,
  answers: 'binary',
  response: z.unknown(),
});

export const readDirective = defineEndpoint({
  method: 'GET',
  path: '/api/directives/:id',
  summary: 'One directive: the text as it came, the tree, what is proposed to be repaired, its history',
  access: 'session',
  params: id,
  response: directiveDetail,
});

export const headingFields = z.object({
  number: z.number().int().min(1).max(99_999).nullable(),
  symbol: z.string().trim().max(60).nullable(),
  subject: z.string().trim().min(1).max(500),
  date: z.iso.date().nullable(),
  year: z.number().int().min(1945).max(2200).nullable(),
});

export const clauseChange = z.object({
  path: z.string().max(60),
  title: z.string().trim().max(1_000).nullable(),
  text: z.string().trim().min(1).max(20_000),
  nature: clauseNature,
  mode: clauseMode.nullable(),
  /** Units that lead. */
  unitIds: z.array(z.string().max(60)).max(60),
  channelIds: z.array(z.string().max(60)).max(60),
  /** Units that help. Left out, they stay; so do the three that follow. */
  supportingUnitIds: z.array(z.string().max(60)).max(60).optional(),
  dueOn: z.iso.date().nullable().optional(),
  rhythm: clauseRhythm.nullable().optional(),
  expected: z
    .object({ kind: z.string().trim().min(1).max(200), count: z.number().int().min(1).max(9_999) })
    .nullable()
    .optional(),
});
export type ClauseChange = z.infer<typeof clauseChange>;

const clausePath = z.string().max(60);
const wording = z.string().trim().min(1).max(20_000);
/** One mending of the tree. Steps follow each other: a path is the one that the step before left. */
export const structureStep = z.discriminatedUnion('kind', [
  /** `in`: below the clause before it; `out`: behind its heading. */
  z.object({ kind: z.literal('move'), path: clausePath, to: z.enum(['up', 'down', 'in', 'out']) }),
  z.object({ kind: z.literal('split'), path: clausePath, first: wording, second: wording }),
  /** Into the clause that stands before it in the text; `text` is the wording of both. */
  z.object({ kind: z.literal('merge'), path: clausePath, text: wording }),
  z.object({ kind: z.literal('relabel'), path: clausePath, label: z.string().trim().min(1).max(40).nullable() }),
]);
export type StructureStep = z.infer<typeof structureStep>;

export const reviewDirective = defineEndpoint({
  method: 'PUT',
  path: '/api/directives/:id',
  summary: 'Correct the heading and clauses and decide on repairs, before the directive is confirmed',
  access: 'session',
  params: id,
  body: z.object({
    version: z.number().int(),
    heading: headingFields,
    /** Applied before `clauses`, whose paths are those after it. */
    structure: z.array(structureStep).max(2_000).default([]),
    clauses: z.array(clauseChange).max(6_000),
    decisions: z.record(z.string().regex(/^\d{1,5}$/), z.enum(['accepted', 'declined'])),
  }),
  response: directiveDetail,
  errors: [
    'platform.version_conflict',
    'directives.already_confirmed',
    'directives.unknown_clause',
    'directives.step_not_possible',
    'directives.unknown_unit',
    'directives.unknown_channel',
  ],
});

export const confirmDirective = defineEndpoint({
  method: 'POST',
  path: '/api/directives/:id/confirm',
  summary: 'Confirm the tree: its clauses stand from now on, and the plan is proposed from them where that is wanted',
  access: 'session',
  params: id,
  /** Without a plan: a document kept as a basis, or to trace clauses by. */
  body: z.object({ version: z.number().int(), proposesPlan: z.boolean().default(true) }),
  response: directiveDetail,
  errors: [
    'platform.version_conflict',
    'directives.already_confirmed',
    'directives.no_subject',
    'directives.no_clauses',
  ],
});
