import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { names } from './newsroom.shapes.contract.ts';

const cell = z.object({
  /** 1 to 12. */
  month: z.number().int(),
  language: z.string(),
  /** Of the plans of that year; null: the stories that serve no theme. */
  themeId: z.uuid().nullable(),
  /** Editions that went live in this month and still are. */
  published: z.number().int(),
  /** Editions that are scheduled for this month; what is being written without a time stands in the current one. */
  planned: z.number().int(),
});

/** A theme about which nothing went out in a language lately, and nothing is coming. */
const gap = z.object({
  themeId: z.uuid(),
  language: z.string(),
  /** Months without anything, the current one among them, counted from the beginning of the plan. */
  quietMonths: z.number().int(),
});

export const balance = z.object({
  year: z.number().int(),
  /** Null when the year is not the current one. */
  currentMonth: z.number().int().nullable(),
  /** In which the plan of that year began: before it nothing was missing. */
  firstMonth: z.number().int(),
  /** Years of which there is a plan or a published edition, the newest first. */
  years: z.array(z.number().int()),
  themes: z.array(z.object({ id: z.uuid(), titles: names })),
  languages: z.array(z.object({ code: z.string(), names })),
  cells: z.array(cell),
  gaps: z.array(gap),
});
export type Balance = z.infer<typeof balance>;

export const getBalance = defineEndpoint({
  method: 'GET',
  path: '/api/balance',
  summary: 'Themes × languages × months: what went out, what is coming, and where nothing is',
  access: 'session',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: balance,
});
