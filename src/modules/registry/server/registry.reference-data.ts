import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { documentText } from '../registry.shapes.contract.ts';
import { department } from './registry.policy.ts';
import { insertTemplate } from './registry.templates.repository.ts';

const templateFile = z.object({
  templates: z.array(
    z
      .object({ id: z.string(), kind: z.string(), name: z.string(), body: z.array(z.string()) })
      .and(documentText.omit({ body: true })),
  ),
});

/** Loads data/document-templates.json where a template is missing; what the department changed since stays. */
export async function loadRegistry(context: Context): Promise<void> {
  const path = new URL('../../../../data/document-templates.json', import.meta.url);
  const { templates } = templateFile.parse(JSON.parse(await readFile(path, 'utf8')));
  await inTransaction(context, async (inside) => {
    const at = inside.clock.now();
    for (const { id, kind, name, body, ...text } of templates) {
      const content = documentText.parse({ ...text, body: body.join('\n') });
      await insertTemplate(inside.db, { id, unitId: department, kind, name, content, createdBy: null, at });
    }
  });
}
