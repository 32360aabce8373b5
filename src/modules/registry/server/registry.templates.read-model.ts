// Joins tables of earlier modules: unit (organisation), person (accounts).
import { readHistory } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { TemplateDetail } from '../registry.templates.contract.ts';
import { canRegistry, registerOf } from './registry.policy.ts';
import { mayUseTemplate } from './registry.read-model.ts';

export async function readTemplates(context: Context) {
  const unitId = registerOf(context.actor);
  const rows = await context.db
    .selectFrom('document_template')
    .innerJoin('unit', 'unit.id', 'document_template.unit_id')
    .select([
      'document_template.id',
      'name',
      'document_template.kind',
      'unit_id',
      'document_template.version',
      'unit.names as unit_names',
    ])
    .where('is_retired', '=', false)
    .orderBy('name')
    .orderBy('document_template.id')
    .execute();
  return {
    templates: rows
      .filter((row) => mayUseTemplate(context, row.unit_id))
      .map(({ unit_id, unit_names, ...row }) => ({
        ...row,
        unitId: unit_id,
        unitName: unit_names.vi ?? unit_id,
      })),
    abilities: { create: unitId !== null && canRegistry(context.actor, 'edit_template', { unitId }) },
  };
}

export async function readTemplateDetail(context: Context, id: string): Promise<TemplateDetail> {
  const row = await context.db
    .selectFrom('document_template')
    .innerJoin('unit', 'unit.id', 'document_template.unit_id')
    .selectAll('document_template')
    .select('unit.names as unit_names')
    .where('document_template.id', '=', id)
    .where('is_retired', '=', false)
    .executeTakeFirst();
  if (!row || !mayUseTemplate(context, row.unit_id)) throw notFound();
  const versions = await context.db
    .selectFrom('document_template_version')
    .leftJoin('person', 'person.id', 'document_template_version.created_by')
    .select(['document_template_version.version', 'name', 'document_template_version.created_at', 'person.full_name'])
    .where('template_id', '=', id)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  const ownUnit = registerOf(context.actor);
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    unitId: row.unit_id,
    unitName: row.unit_names.vi ?? row.unit_id,
    version: row.version,
    content: row.content,
    versions: versions.map((each) => ({
      version: each.version,
      name: each.name,
      createdAt: each.created_at.toISOString(),
      by: each.full_name ?? '',
    })),
    abilities: {
      edit: canRegistry(context.actor, 'edit_template', { unitId: row.unit_id }),
      copy: ownUnit !== null && canRegistry(context.actor, 'edit_template', { unitId: ownUnit }),
    },
    history: await readHistory(context.db, { subjects: [{ kind: 'document_template', id }], limit: 50 }),
  };
}
