import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';
import { defineEndpoint } from '../../platform/http/contract.ts';

export const reportState = z.enum(['draft', 'signed']);
const part = z.string().max(20_000);
const id = z.object({ id: z.uuid() });

/** What people write; what the figures cannot say. */
export const reportNarrative = z.object({
  situation: part,
  results: part,
  shortcomings: part,
  causes: part,
  directions: part,
  recommendations: part,
});
export type ReportNarrativeText = z.infer<typeof reportNarrative>;

export const signerAuthority = z.enum(['KT.', 'TM.', 'TL.', 'TUQ.', 'Q.']);
export const reportSigner = z.object({
  authority: signerAuthority.nullable(),
  /** Post of the head in whose place it is signed (with KT.), else null. */
  headPost: z.string().max(100).nullable(),
  post: z.string().max(100),
  name: z.string().max(100),
});
export type ReportSigner = z.infer<typeof reportSigner>;

/** A figure with the query behind it: what is read under which conditions; the desk says it in words by `key`. */
export const reportFigure = z.object({
  key: z.string(),
  value: z.number(),
  query: z.object({ name: z.string(), filters: z.array(z.string()) }),
});
export type ReportFigure = z.infer<typeof reportFigure>;

export const reportRow = z.object({
  clauseId: z.string(),
  path: z.string(),
  title: z.string(),
  theme: z.string().nullable(),
  state: z.string(),
  taskCount: z.number(),
  doneCount: z.number(),
  evidence: z.array(
    z.object({
      id: z.string(),
      unitName: z.string(),
      kind: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      figure: z.number().nullable(),
      occurredOn: z.string(),
      isBySystem: z.boolean(),
      /** Of a receipt: where it was published. Reports signed before it was kept have none. */
      channelName: z.string().nullable().default(null),
    }),
  ),
});
/** Cells by state. Signed reports keep this shape, so it is the report's own. */
const stateCounts = z.object({
  done: z.number(),
  running: z.number(),
  late: z.number(),
  empty: z.number(),
  idle: z.number(),
  declined: z.number(),
});
/** Clauses × units, the gaps first, communes folded into one column; as the annex prints it. */
export const reportMatrix = z.object({
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  communeCount: z.number(),
  counts: stateCounts,
  rows: z.array(
    z.object({
      clauseId: z.string(),
      path: z.string(),
      title: z.string(),
      /** By unit; a unit that is not here was asked for nothing and did nothing. */
      cells: z.record(z.string(), z.object({ state: z.string(), count: z.number() })),
      communes: stateCounts.nullable(),
    }),
  ),
});
export type ReportMatrixContent = z.infer<typeof reportMatrix>;
export const reportContent = z.object({
  /** The last day that was counted: the end of the period, or earlier while the period still runs. */
  countedTo: z.string(),
  figures: z.array(reportFigure),
  rows: z.array(reportRow),
  /** Null: the matrix does not go with the report. */
  matrix: reportMatrix.nullable().default(null),
});
export type ReportContent = z.infer<typeof reportContent>;

const reportRowSummary = z.object({
  id: z.string(),
  title: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  state: reportState,
  number: z.number().nullable(),
  symbol: z.string(),
});

export const reportDetail = reportRowSummary.extend({
  planId: z.string(),
  planTitle: z.string(),
  version: z.number().int(),
  narrative: reportNarrative,
  signer: reportSigner.nullable(),
  signedAt: z.iso.datetime().nullable(),
  withMatrix: z.boolean(),
  content: reportContent,
  abilities: z.object({ edit: z.boolean(), sign: z.boolean() }),
  history: z.array(historyRow),
});
export type ReportDetail = z.infer<typeof reportDetail>;

export const listReports = defineEndpoint({
  method: 'GET',
  path: '/api/reports',
  summary: 'Reports, the newest period first',
  access: 'session',
  query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
  response: z.object({
    reports: z.array(reportRowSummary),
    total: z.number(),
    abilities: z.object({ create: z.boolean() }),
  }),
});

export const createReport = defineEndpoint({
  method: 'POST',
  path: '/api/reports',
  summary: 'Start a report on a plan in a period; the id may come from the client, so a repeat is the same report',
  access: 'session',
  body: z.object({
    id: z.uuid().optional(),
    planId: z.uuid(),
    title: z.string().trim().min(3).max(300),
    periodFrom: z.iso.date(),
    periodTo: z.iso.date(),
  }),
  response: z.object({ id: z.string() }),
  errors: ['reports.period_reversed', 'platform.not_permitted', 'platform.not_found'],
});

export const readReport = defineEndpoint({
  method: 'GET',
  path: '/api/reports/:id',
  summary: 'One report: live figures while a draft, the signed ones afterwards',
  access: 'session',
  params: id,
  response: reportDetail,
});

export const saveNarrative = defineEndpoint({
  method: 'PUT',
  path: '/api/reports/:id',
  summary: 'Save title and narrative',
  access: 'session',
  params: id,
  body: z.object({ version: z.number().int(), title: z.string().trim().min(3).max(300), narrative: reportNarrative }),
  response: reportDetail,
  errors: ['platform.version_conflict', 'reports.already_signed'],
});

export const chooseAnnexes = defineEndpoint({
  method: 'PUT',
  path: '/api/reports/:id/annexes',
  summary: 'Choose whether the coverage matrix goes with the report as an annex',
  access: 'session',
  params: id,
  body: z.object({ version: z.number().int(), withMatrix: z.boolean() }),
  response: reportDetail,
  errors: ['platform.version_conflict', 'reports.already_signed'],
});

export const signReport = defineEndpoint({
  method: 'POST',
  path: '/api/reports/:id/sign',
  summary: 'Sign: the register gives the number; figures and rows are kept as they stand now',
  access: 'session',
  params: id,
  body: z.object({
    version: z.number().int(),
    signer: reportSigner,
  }),
  response: reportDetail,
  errors: ['platform.version_conflict', 'reports.already_signed', 'platform.not_permitted'],
});

export const downloadReport = defineEndpoint({
  method: 'GET',
  path: '/api/reports/:id/document.docx',
  summary: 'The report in the format of Nghị định 30/2020/NĐ-CP; marked as a draft until it is signed',
  access: 'session',
  params: id,
  response: z.unknown(),
  answers: 'binary',
});
