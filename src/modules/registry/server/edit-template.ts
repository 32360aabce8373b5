import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { DocumentText } from '../registry.shapes.contract.ts';
import { fieldProblems, hindersKeeping } from '../registry.template-fields.ts';
import { changedWords } from './changed-words.ts';
import { fieldsWrong } from './registry.errors.ts';
import { canRegistry, registerOf } from './registry.policy.ts';
import { textsOf } from './registry.print.ts';
import { mayUseTemplate, readUsableTemplate } from './registry.read-model.ts';
import {
  insertTemplate,
  insertTemplateVersion,
  lockTemplate,
  setTemplateRetired,
  updateTemplate,
} from './registry.templates.repository.ts';

/** A copy of a template for the own unit. */
export async function createTemplate(
  context: Context,
  input: { id?: string | undefined; copyOf: string; name: string },
): Promise<string> {
  const unitId = registerOf(context.actor);
  if (unitId === null || !canRegistry(context.actor, 'edit_template', { unitId })) throw notPermitted();
  return inTransaction(context, async (inside) => {
    const original = await readUsableTemplate(inside, input.copyOf);
    if (!original) throw notFound();
    const at = inside.clock.now();
    const id = input.id ?? newId(at.getTime());
    const { kind, content } = original;
    const createdBy = inside.actor.personId;
    if (!(await insertTemplate(inside.db, { id, unitId, kind, name: input.name, content, createdBy, at }))) return id;
    const after = { name: input.name, kind, copyOf: original.name };
    await recordAudit(inside, { subjectKind: 'document_template', subjectId: id, action: 'create', after });
    return id;
  });
}

/** A new version; the older ones are kept, and what was begun from them stays as it is. */
export async function saveTemplate(
  context: Context,
  input: { id: string; version: number; name: string; content: DocumentText },
): Promise<void> {
  const problems = fieldProblems(textsOf(input.content), input.content.fields).filter(hindersKeeping);
  if (problems.length > 0) throw fieldsWrong({ problems });
  await inTransaction(context, async (inside) => {
    const row = await lockForEdit(inside, input.id);
    if (row.version !== input.version) throw versionConflict({ current: row.version });
    const { id, name, content } = input;
    const version = row.version + 1;
    await updateTemplate(inside.db, id, { name, content, version });
    const createdBy = inside.actor.personId;
    await insertTemplateVersion(inside.db, { id, name, content, version, createdBy, at: inside.clock.now() });
    const { before, after } = changedWords(
      { name: row.name, subject: row.content.subject, body: row.content.body },
      { name, subject: content.subject, body: content.body },
    );
    const told = { before, after: { ...after, version } };
    await recordAudit(inside, { subjectKind: 'document_template', subjectId: id, action: 'edit', ...told });
  });
}

export async function retireTemplate(context: Context, id: string): Promise<void> {
  await inTransaction(context, async (inside) => {
    const row = await lockForEdit(inside, id);
    await setTemplateRetired(inside.db, id);
    const before = { name: row.name };
    await recordAudit(inside, { subjectKind: 'document_template', subjectId: id, action: 'retire', before });
  });
}

async function lockForEdit(context: Context, id: string) {
  const row = await lockTemplate(context.db, id);
  if (!row || !mayUseTemplate(context, row.unit_id)) throw notFound();
  if (!canRegistry(context.actor, 'edit_template', { unitId: row.unit_id })) throw notPermitted();
  return row;
}
