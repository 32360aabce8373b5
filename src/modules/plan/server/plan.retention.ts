import { inTransaction } from '../../../platform/database/database.ts';
import type { ErasableFileStore } from '../../../platform/files/file-store.ts';
import type { RetentionRule } from '../../../platform/retention/retention.ts';
import { eraseAssets } from '../../media/index.ts';
import { readNamedFiles, readUnusedEvidenceFiles } from './plan.retention.read-model.ts';

/** So many at a time: the rest goes in the same night, batch by batch. */
const batch = 200;
const dayLength = 86_400_000;

/** Files that were uploaded as evidence and never handed in: a form that was closed, a piece that was thrown away. */
export function planRetentionRules(files: ErasableFileStore): RetentionRule[] {
  return [
    {
      name: 'plan.unused_evidence_files',
      keepDays: 7,
      async erase(context, before) {
        let erased = 0;
        for (;;) {
          const ids = await readUnusedEvidenceFiles(context.db, { before, limit: batch });
          if (ids.length === 0) return erased;
          const sha256s = await inTransaction(context, (inside) => eraseAssets(inside, ids));
          erased += ids.length;
          // The rows are gone first: a file that stays after a fall is only no longer named.
          const named = await readNamedFiles(context.db, sha256s);
          const yesterday = new Date(context.clock.now().getTime() - dayLength);
          for (const sha256 of sha256s) if (!named.has(sha256)) await files.erase(sha256, yesterday);
        }
      },
    },
  ];
}
