import { readFile } from 'node:fs/promises';
import { importDirective } from '../modules/directives/server/import-directive.ts';
import type { Actor, Context } from '../platform/context.ts';
import type { FileStore } from '../platform/files/file-store.ts';

const guidance = new URL('../../data/guidance/huong-dan-2026.txt', import.meta.url);

/**
 * Takes in the guidance of 2026 for review, in the name of the installation's administrator; a person confirms it.
 * The same text is not taken in twice, so this is safe at every start.
 */
export async function loadExampleGuidance(context: Context, files: FileStore): Promise<void> {
  const loader: Actor = {
    ...context.actor,
    grants: [{ role: 'administrator', unitId: 'so-vhttdl', unitIds: ['so-vhttdl'] }],
  };
  const file = { fileName: 'huong-dan-2026.txt', bytes: await readFile(guidance) };
  await importDirective({ ...context, actor: loader }, { file }, { files });
}
