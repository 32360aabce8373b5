import { sha256Hex } from '../../../platform/signing/canonical-json.ts';
import { publicFilePath } from '../../media/index.ts';
import { filesOf, type Manifest, picturesOf, type RevisionText } from './newsroom.manifest.ts';
import { renderBodyHtml, renderPlainText } from './newsroom.render.ts';
import type { PublicChangeTable } from './newsroom.tables.ts';

export interface SnapshotHistoryEntry {
  readonly at: string;
  readonly type: PublicChangeTable['kind'];
  readonly note: string;
  readonly changes: readonly { readonly before: string; readonly after: string }[];
}

/** What is public of an edition, in the form that the sites read (sites.snapshot.ts checks it there). */
export interface PublicSnapshot {
  readonly code: string;
  readonly storyId: string;
  readonly editionId: string;
  readonly language: string;
  readonly slug: string;
  readonly state: 'live' | 'withdrawn' | 'removed';
  readonly title: string;
  readonly lead: string;
  readonly bodyHtml: string;
  readonly plainText: string;
  readonly themeKey: string | null;
  readonly themeTitle: string | null;
  readonly kind: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly history: readonly SnapshotHistoryEntry[];
  readonly cover: { src: string; width: number; height: number; alt: string; credit: string | null } | null;
  readonly byUnit: string;
  readonly machineNotice: string | null;
  readonly isExample: boolean;
  readonly manifestHash: string;
  readonly withdrawalReason: string | null;
  /** SHA-256 of each file that this makes public. */
  readonly files: readonly string[];
}
export type SignedSnapshot = PublicSnapshot & { readonly jws: string };

export interface SnapshotInput {
  readonly story: { id: string; kind: string; isExample: boolean };
  readonly edition: { id: string; code: string; language: string; slug: string; isMachineMade: boolean };
  readonly revision: RevisionText;
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly theme: { key: string; title: string } | null;
  readonly byUnit: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly history: readonly SnapshotHistoryEntry[];
}

/** Law 134/2025/QH15, article 11: what a machine made says so. */
const machineNotices: Record<string, string> = {
  vi: 'Bản này do máy dịch và đã được người có trách nhiệm kiểm tra trước khi đăng.',
  en: 'This edition was translated by a machine and checked by a responsible person before it was published.',
};

export function buildSnapshot(input: SnapshotInput): PublicSnapshot {
  const { story, edition, revision, manifest, theme } = input;
  const { cover } = manifest;
  return {
    code: edition.code,
    storyId: story.id,
    editionId: edition.id,
    language: edition.language,
    slug: edition.slug,
    state: 'live',
    title: revision.title,
    lead: revision.lead,
    bodyHtml: renderBodyHtml(revision.body, picturesOf(manifest)),
    plainText: renderPlainText(revision.body),
    themeKey: theme?.key ?? null,
    themeTitle: theme?.title ?? null,
    kind: story.kind,
    publishedAt: input.publishedAt.toISOString(),
    updatedAt: input.updatedAt.toISOString(),
    history: input.history,
    cover: cover
      ? {
          src: publicFilePath(cover.file),
          width: cover.file.width,
          height: cover.file.height,
          alt: cover.alt,
          credit: cover.credit === '' ? null : cover.credit,
        }
      : null,
    byUnit: input.byUnit,
    machineNotice: edition.isMachineMade ? (machineNotices[edition.language] ?? machineNotices.en ?? null) : null,
    isExample: story.isExample,
    manifestHash: input.manifestHash,
    withdrawalReason: null,
    files: filesOf(manifest),
  };
}

/** Withdrawn stays readable with a notice; removed keeps neither words nor pictures, and its address says that it is gone. */
export function withdrawSnapshot(
  before: PublicSnapshot,
  input: { mode: 'withdraw' | 'remove'; reason: string; at: Date },
): PublicSnapshot {
  const at = input.at.toISOString();
  const entry: SnapshotHistoryEntry = { at, type: 'withdrawal', note: input.reason, changes: [] };
  const withdrawn: PublicSnapshot = {
    ...before,
    state: 'withdrawn',
    updatedAt: at,
    withdrawalReason: input.reason,
    history: [...before.history, entry],
  };
  if (input.mode === 'withdraw') return withdrawn;
  return {
    ...withdrawn,
    state: 'removed',
    title: '',
    lead: '',
    bodyHtml: '',
    plainText: '',
    cover: null,
    files: [],
    history: withdrawn.history.map((one) => ({ ...one, changes: [] })),
  };
}

/** What the signature covers: what was approved (manifest) and everything that a reader sees (text hash). */
export function signedPayloadOf(snapshot: PublicSnapshot): Record<string, string> {
  const { code, editionId, language, title, state, publishedAt, updatedAt, byUnit, manifestHash } = snapshot;
  const { cover } = snapshot;
  const picture = [cover?.src ?? '', cover?.alt ?? '', cover?.credit ?? ''];
  const seen = [title, snapshot.lead, snapshot.bodyHtml, snapshot.plainText, ...picture];
  const textHash = sha256Hex(JSON.stringify(seen));
  return { code, editionId, language, title, state, publishedAt, updatedAt, byUnit, manifestHash, textHash };
}
