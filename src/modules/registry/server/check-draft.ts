import type { Context } from '../../../platform/context.ts';
import { mendedRules, mendWording } from '../../../platform/documents/check/safe-wordings.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { DocumentContent } from '../registry.shapes.contract.ts';
import { documentOf } from './open-document.ts';
import { findVisible } from './registry.read-model.ts';
import { saveDocument } from './write-document.ts';

/** What the checker finds in a document written here: a draft as it stands now, or what was signed. */
export async function checkWritten(context: Context, input: { id: string; isExample: boolean }) {
  const row = await findVisible(context, input.id);
  const document = row.printed ?? (await documentOf(context, row, input.isExample));
  const { writeOfficialDocument } = await import('../../../platform/documents/write-official-document.ts');
  const { checkDocument } = await import('../../../platform/documents/check/check-document.ts');
  const { form, findings } = checkDocument(await writeOfficialDocument(document));
  const mayMend = row.state === 'draft';
  return {
    form,
    findings: findings.map((finding) => ({
      ...finding,
      words: { ...finding.words },
      canMend: mayMend && mendedRules.includes(finding.rule),
    })),
  };
}

/** Takes the slips of writing out of a draft, in its text and in what was filled in. */
export async function mendDraft(context: Context, input: { id: string; version: number }): Promise<void> {
  const { content } = await findVisible(context, input.id);
  if (content === null) throw notFound();
  await saveDocument(context, { ...input, content: mended(content) });
}

/** Pure. */
export function mended(content: DocumentContent): DocumentContent {
  const all = (texts: readonly string[]) => texts.map(mendWording);
  return {
    ...content,
    subject: mendWording(content.subject),
    addressees: all(content.addressees),
    bases: all(content.bases),
    body: mendWording(content.body),
    recipients: all(content.recipients),
    values: Object.fromEntries(Object.entries(content.values).map(([name, value]) => [name, mendWording(value)])),
  };
}
