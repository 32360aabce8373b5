import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import {
  direction,
  documentContent,
  documentDetail,
  documentRow,
  documentSigner,
  documentState,
} from './registry.shapes.contract.ts';

const id = z.object({ id: z.uuid() });
const version = z.number().int();
const changeErrors = ['platform.version_conflict', 'platform.not_permitted', 'registry.already_issued'] as const;

export const listDocuments = defineEndpoint({
  method: 'GET',
  path: '/api/registry/documents',
  summary: 'The register of documents in or out, 50 a page; with search, the best hits first',
  access: 'session',
  query: z.object({
    direction,
    page: z.coerce.number().int().min(1).max(1000).default(1),
    search: z.string().trim().max(100).optional(),
    kind: z.string().max(10).optional(),
    state: documentState.optional(),
    year: z.coerce.number().int().min(1945).max(2200).optional(),
    sort: z.enum(['newest', 'number', 'issued', 'due']).default('newest'),
  }),
  response: z.object({
    documents: z.array(documentRow),
    total: z.number().int(),
    isMore: z.boolean(),
    years: z.array(z.number()),
    abilities: z.object({ write: z.boolean(), receive: z.boolean(), setNumber: z.boolean() }),
  }),
});

export const readDocument = defineEndpoint({
  method: 'GET',
  path: '/api/registry/documents/:id',
  summary: 'One document of the register, with what annex VI of Nghị định 30/2020/NĐ-CP wants to be kept of it',
  access: 'session',
  params: id,
  response: documentDetail,
});

export const writeDocument = defineEndpoint({
  method: 'POST',
  path: '/api/registry/documents',
  summary: 'Begin a document out from a template; the id may come from the client, so a repeat is the same document',
  access: 'session',
  body: z.object({ id: z.uuid().optional(), templateId: z.string().max(80), unitId: z.string().max(80).optional() }),
  response: z.object({ id: z.string() }),
  errors: ['platform.not_permitted', 'platform.not_found'],
});

export const saveDocument = defineEndpoint({
  method: 'PUT',
  path: '/api/registry/documents/:id',
  summary: 'Keep the text of a draft',
  access: 'session',
  params: id,
  body: z.object({ version, content: documentContent }),
  response: documentDetail,
  errors: [...changeErrors, 'registry.fields_wrong'],
});

export const signDocument = defineEndpoint({
  method: 'POST',
  path: '/api/registry/documents/:id/sign',
  summary: 'Sign: the next number of its kind in the year is taken, and the file is kept as it went out',
  access: 'session',
  params: id,
  body: z.object({ version, signer: documentSigner }),
  response: documentDetail,
  errors: [...changeErrors, 'registry.fields_missing', 'registry.subject_missing', 'registry.addressees_missing'],
});

export const discardDocument = defineEndpoint({
  method: 'DELETE',
  path: '/api/registry/documents/:id',
  summary: 'Throw a draft away; it has no number yet, so none is lost',
  access: 'session',
  params: id,
  body: z.object({ version }),
  response: z.object({ id: z.string() }),
  errors: [...changeErrors],
});

export const readSheet = defineEndpoint({
  method: 'GET',
  path: '/api/registry/documents/:id/sheet',
  summary: 'A signed document as it looks on paper: HTML of our own making, without styles and scripts',
  access: 'session',
  params: id,
  response: z.object({ html: z.string() }),
});

/** Text fields, since the file comes in the same form. */
const receivedFields = z.object({
  kind: z.string().max(10),
  codeNumber: z.string().trim().max(11),
  symbol: z.string().trim().max(30),
  agency: z.string().trim().min(1).max(200),
  subject: z.string().trim().min(1).max(500),
  issuedOn: z.iso.date(),
  arrivedOn: z.iso.date(),
  dueOn: z.iso.date().optional(),
  signerPosition: z.string().trim().max(100).default(''),
  signerName: z.string().trim().max(50).default(''),
  toPlaces: z.string().trim().max(1000).default(''),
  priority: z.coerce.number().int().min(0).max(3).default(0),
  pageAmount: z.coerce.number().int().min(0).max(999).optional(),
});
const receivedErrors = [
  'platform.not_permitted',
  'registry.unknown_kind',
  'registry.dates_reversed',
  'registry.arrives_later',
] as const;

export const receiveDocument = defineEndpoint({
  method: 'POST',
  path: '/api/registry/received',
  summary: 'Enter a document that came in: it gets its arrival number, and its file is kept as it came',
  access: 'session',
  upload: 'file',
  body: receivedFields.extend({ id: z.uuid().optional(), unitId: z.string().max(80).optional() }),
  response: z.object({ id: z.string(), registerNumber: z.number() }),
  errors: [
    ...receivedErrors,
    'platform.not_found',
    'platform.document_busy',
    'registry.file_type',
    'registry.secret_document',
  ],
});

export const correctReceived = defineEndpoint({
  method: 'PUT',
  path: '/api/registry/received/:id',
  summary: 'Correct what was entered of a document that came in; its arrival number, its year and its file stay',
  access: 'session',
  params: id,
  body: receivedFields.extend({ version }),
  response: documentDetail,
  errors: [...receivedErrors, 'platform.version_conflict', 'registry.year_fixed'],
});

export const downloadDocument = defineEndpoint({
  method: 'GET',
  path: '/api/registry/documents/:id/document.docx',
  summary: 'A draft as it would go out, or the signed file, byte for byte',
  access: 'session',
  params: id,
  response: z.unknown(),
  answers: 'binary',
});

export const printDocument = defineEndpoint({
  method: 'GET',
  path: '/api/registry/documents/:id/document.pdf',
  summary: 'The document as PDF with text that can be searched, by the Chromium of the system',
  access: 'session',
  params: id,
  response: z.unknown(),
  answers: 'binary',
  errors: ['registry.no_browser', 'registry.print_failed'],
});

export const downloadFile = defineEndpoint({
  method: 'GET',
  path: '/api/registry/documents/:id/files/:position',
  summary: 'A file as it came in or went out',
  access: 'session',
  params: id.extend({ position: z.coerce.number().int().min(0).max(99) }),
  response: z.unknown(),
  answers: 'binary',
});

export const previewDocument = defineEndpoint({
  method: 'POST',
  path: '/api/registry/preview',
  summary: 'How a text would look as an official document: HTML of our own making, without styles and scripts',
  access: 'session',
  body: z.object({ kind: z.string().max(10), unitId: z.string().max(80).optional(), content: documentContent }),
  response: z.object({ html: z.string(), missing: z.array(z.string()) }),
  errors: ['registry.unknown_kind'],
});

export const setNextNumber = defineEndpoint({
  method: 'PUT',
  path: '/api/registry/counters',
  summary: 'Go on after a register kept elsewhere: numbers of a kind begin later; never back',
  access: 'session',
  body: z.object({
    unitId: z.string().max(80).optional(),
    direction,
    kind: z.string().max(10),
    year: z.number().int().min(2020).max(2200),
    nextNumber: z.number().int().min(2).max(99_999),
  }),
  response: z.object({ nextNumber: z.number() }),
  errors: ['platform.not_permitted', 'registry.number_back', 'registry.unknown_kind'],
});
