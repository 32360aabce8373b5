import { z } from 'zod';
import { readSetting, writeSetting } from '../platform/database/settings.ts';
import type { Database } from '../platform/database/tables.ts';

const stored = z.object({ isExample: z.boolean() });
const key = 'installation';

/**
 * Whether this installation shows examples. Decided at the first start and kept: a province that later starts without
 * `--empty` by mistake must not find example banners and a test key on its real pages.
 */
export async function readInstallationKind(db: Database, wanted: boolean): Promise<boolean> {
  const value = await readSetting(db, key);
  if (value !== null) return stored.parse(value).isExample;
  await writeSetting(db, { key, value: { isExample: wanted } });
  return wanted;
}
