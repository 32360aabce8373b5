import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';

export const direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof direction>;
export const documentState = z.enum(['draft', 'issued', 'received']);
export type DocumentState = z.infer<typeof documentState>;
export const urgency = z.enum(['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC']);

const line = (most: number) => z.string().trim().max(most);
const lines = z.array(line(300)).max(60);

export const templateField = z.object({
  name: line(40),
  label: line(100),
  kind: z.enum(['text', 'date', 'lines']),
});

/** What a template holds and a draft begins with; text that people write, with fields in double braces. */
export const documentText = z.object({
  subject: line(500),
  addressees: lines,
  bases: lines,
  body: z.string().max(200_000),
  recipients: lines,
  /** Cell 12 and the symbol of a letter: the unit that drafts. */
  draftingSymbol: line(30),
  fields: z.array(templateField).max(40),
});
export type DocumentText = z.infer<typeof documentText>;

export const documentContent = documentText.extend({
  /** A letter that urges every commune has a table of some thousand tasks in one value. */
  values: z.record(line(40), z.string().max(1_500_000)),
  urgency: urgency.nullable(),
});
export type DocumentContent = z.infer<typeof documentContent>;

export const documentSigner = z.object({
  onBehalfOf: line(100).nullable(),
  authority: z.enum(['KT.', 'TM.', 'TL.', 'TUQ.', 'Q.']).nullable(),
  headPost: line(100).nullable(),
  post: line(100).min(1),
  name: line(100).min(1),
});
export type DocumentSigner = z.infer<typeof documentSigner>;

/** Nghị định 30/2020/NĐ-CP, annex VI: what the register keeps besides number, date, agency, kind and subject. */
export const registerDetails = z.object({
  fileNotation: line(20).default(''),
  language: line(30).default('Tiếng Việt'),
  pageAmount: z.number().int().min(0).max(999).nullable().default(null),
  description: line(500).default(''),
  signerPosition: line(100).default(''),
  signerName: line(50).default(''),
  to: z.array(line(200)).max(100).default([]),
  priority: z.number().int().min(0).max(3).default(0),
  issuedAmount: z.number().int().min(0).max(999).nullable().default(null),
  /** Of a document that came in: who shall deal with it. */
  toPlaces: line(1000).default(''),
});
export type RegisterDetails = z.infer<typeof registerDetails>;

export const documentRow = z.object({
  id: z.string(),
  direction,
  state: documentState,
  unitId: z.string(),
  unitName: z.string(),
  kind: z.string(),
  year: z.number().nullable(),
  registerNumber: z.number().nullable(),
  codeNumber: z.string(),
  symbol: z.string(),
  agency: z.string(),
  subject: z.string(),
  issuedOn: z.string().nullable(),
  arrivedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type DocumentRow = z.infer<typeof documentRow>;

export const documentFile = z.object({
  position: z.number(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
});

export const documentDetail = documentRow.extend({
  version: z.number().int(),
  details: registerDetails,
  /** What is written here; null for what came in or was written elsewhere in the system. */
  content: documentContent.nullable(),
  source: z.object({ kind: z.string(), id: z.string() }).nullable(),
  signer: documentSigner,
  files: z.array(documentFile),
  /** The system has a Chromium; without one only .docx is offered. */
  canPrintPdf: z.boolean(),
  /** It can be shown as it was signed. */
  hasSheet: z.boolean(),
  abilities: z.object({ edit: z.boolean(), sign: z.boolean(), discard: z.boolean(), correct: z.boolean() }),
  history: z.array(historyRow),
});
export type DocumentDetail = z.infer<typeof documentDetail>;
