import { z } from 'zod';

/** The languages that the portal serves so far. A story may exist in others; they stay unpublished here. */
export const siteLanguages = ['vi', 'en'] as const;
export type SiteLanguage = (typeof siteLanguages)[number];

export const historyTypes = ['published', 'update', 'correction', 'formal_correction', 'withdrawal'] as const;

export const historyEntrySchema = z.object({
  at: z.iso.datetime({ offset: true }),
  type: z.enum(historyTypes),
  note: z.string(),
  changes: z.array(z.object({ before: z.string(), after: z.string() })).default([]),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What is public of one edition. The sites read this and nothing else of the newsroom. */
export const snapshotSchema = z.object({
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/),
  storyId: z.string(),
  editionId: z.string(),
  language: z.string(),
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  state: z.enum(['live', 'withdrawn', 'removed']),
  title: z.string(),
  lead: z.string(),
  /** Rendered from the newsroom's strict schema; the only HTML that the sites print as it stands. */
  bodyHtml: z.string(),
  plainText: z.string(),
  themeKey: z.string().nullable(),
  themeTitle: z.string().nullable(),
  kind: z.string(),
  publishedAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }),
  history: z.array(historyEntrySchema),
  cover: z
    .object({ src: z.string(), width: z.number(), height: z.number(), alt: z.string(), credit: z.string().nullable() })
    .nullable(),
  byUnit: z.string(),
  /** What a machine did, in words for the reader; null when people did everything (Law 134/2025/QH15, article 11). */
  machineNotice: z.string().nullable(),
  isExample: z.boolean(),
  manifestHash: z.string().regex(/^[0-9a-f]{64}$/),
  jws: z.string(),
  withdrawalReason: z.string().nullable(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const themeSchema = z.object({
  key: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.object({ vi: z.string(), en: z.string() }),
  summary: z.object({ vi: z.string(), en: z.string() }).nullable().default(null),
});
export type SiteTheme = z.infer<typeof themeSchema>;

const bilingual = z.object({ vi: z.string(), en: z.string() });

/** What the unit enters before it opens the portal. An empty field of the law is shown as empty, dashed. */
export const siteSettingsSchema = z.object({
  publicUrl: z.string(),
  place: z.string(),
  siteName: bilingual,
  parentBody: bilingual.nullable(),
  managedBy: bilingual.nullable(),
  responsiblePerson: z.string().nullable(),
  address: z.string().nullable(),
  telephone: z.string().nullable(),
  email: z.string().nullable(),
  season: z.enum(['harvest', 'mist', 'tea']),
  isExample: z.boolean(),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** A day of the ruler on the home page, from the calendar data. */
export interface UpcomingDay {
  readonly day: string;
  readonly title: { readonly vi: string; readonly en: string };
}
