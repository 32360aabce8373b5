import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { removeSearchDocument } from '../../../platform/search/search-document.ts';
import { kindNames } from '../registry.kinds.ts';
import type { DocumentContent } from '../registry.shapes.contract.ts';
import { fieldProblems, hindersKeeping } from '../registry.template-fields.ts';
import { beginDraft } from './begin-draft.ts';
import { changedWords } from './changed-words.ts';
import { alreadyIssued, fieldsWrong } from './registry.errors.ts';
import { symbolOf } from './registry.letterhead.ts';
import { canRegistry, type RegistryAction, registerOf } from './registry.policy.ts';
import { filledSubject, textsOf } from './registry.print.ts';
import { readLetterhead, readUsableTemplate } from './registry.read-model.ts';
import { type DocumentRecord, deleteDraft, lockDocument, searchKind, updateDocument } from './registry.repository.ts';
import { indexDocument } from './registry.search.ts';

/** Begins a document out from the newest version of a template. */
export async function writeDocument(
  context: Context,
  input: { id?: string | undefined; templateId: string; unitId?: string | undefined },
): Promise<string> {
  const unitId = input.unitId ?? registerOf(context.actor);
  if (unitId === null) throw notPermitted();
  return inTransaction(context, async (inside) => {
    const template = await readUsableTemplate(inside, input.templateId);
    if (!template) throw notFound();
    return beginDraft(inside, { id: input.id, unitId, template, values: {}, source: null });
  });
}

export async function saveDocument(
  context: Context,
  input: { id: string; version: number; content: DocumentContent },
): Promise<void> {
  const problems = fieldProblems(textsOf(input.content), input.content.fields).filter(hindersKeeping);
  if (problems.length > 0) throw fieldsWrong({ problems });
  await inTransaction(context, async (inside) => {
    const row = await lockForChange(inside, input, 'edit');
    const letterhead = await readLetterhead(inside.db, row.unit_id);
    if (!letterhead) throw notFound();
    const { content } = input;
    const year = Number(dayInDepartment(inside.clock.now()).slice(0, 4));
    const subject = filledSubject({ content, letterhead, year });
    await updateDocument(inside.db, row.id, {
      content: JSON.stringify(content),
      subject,
      symbol: symbolOf({ kind: row.kind, draftingSymbol: content.draftingSymbol, letterhead }),
      words: [content.body, ...Object.values(content.values)].join('\n'),
      version: row.version + 1,
    });
    await indexDocument(inside, row.id);
    const changed = changedWords(
      { subject: row.subject, ...readableValues(row.content) },
      { subject, ...readableValues(content) },
    );
    await recordAudit(inside, { subjectKind: 'official_document', subjectId: row.id, action: 'edit', ...changed });
  });
}

/** Throws a draft away. It had no number, so the register has no gap; that it was there stays in the history. */
export async function discardDocument(context: Context, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (inside) => {
    const row = await lockForChange(inside, input, 'edit');
    await removeSearchDocument(inside, { kind: searchKind, id: row.id });
    await deleteDraft(inside.db, row.id);
    const before = { subject: row.subject, kind: kindNames[row.kind] };
    await recordAudit(inside, { subjectKind: 'official_document', subjectId: row.id, action: 'discard', before });
  });
}

/** What was filled in, under the names that the person saw beside the boxes; and the body, where it was changed. */
function readableValues({ body, fields, values }: DocumentContent): Record<string, string> {
  return { ...Object.fromEntries(fields.map(({ label, name }) => [label, values[name] ?? ''])), text: body };
}

/** The row, locked; refused where it is not visible, not permitted, issued already, or changed by somebody meanwhile. */
export async function lockForChange(
  context: Context,
  input: { id: string; version: number },
  action: RegistryAction,
): Promise<DocumentRecord & { content: DocumentContent }> {
  const row = await lockDocument(context.db, input.id);
  if (!row || !canRegistry(context.actor, 'read', { unitId: row.unit_id })) throw notFound();
  const { content } = row;
  if (row.state !== 'draft' || content === null) throw alreadyIssued();
  if (!canRegistry(context.actor, action, { unitId: row.unit_id, state: row.state })) throw notPermitted();
  if (row.version !== input.version) throw versionConflict({ current: row.version });
  return { ...row, content };
}
