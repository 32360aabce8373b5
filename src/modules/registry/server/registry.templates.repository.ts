import type { Selectable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { DocumentText } from '../registry.shapes.contract.ts';
import type { DocumentTemplateTable } from './registry.tables.ts';

export interface NewTemplate {
  readonly id: string;
  readonly unitId: string;
  readonly kind: string;
  readonly name: string;
  readonly content: DocumentText;
  readonly createdBy: string | null;
  readonly at: Date;
}

/** False when a template with this id is here already. */
export async function insertTemplate(db: Database, template: NewTemplate): Promise<boolean> {
  const { id, unitId, kind, name, content, createdBy, at } = template;
  const row = {
    id,
    unit_id: unitId,
    kind,
    name,
    content: JSON.stringify(content),
    created_by: createdBy,
    created_at: at,
  };
  const inserted = await db
    .insertInto('document_template')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) await insertTemplateVersion(db, { ...template, version: 1 });
  return inserted !== undefined;
}

export async function insertTemplateVersion(
  db: Database,
  { id, name, content, createdBy, at, version }: Omit<NewTemplate, 'unitId' | 'kind'> & { version: number },
): Promise<void> {
  await db
    .insertInto('document_template_version')
    .values({ template_id: id, version, name, content: JSON.stringify(content), created_by: createdBy, created_at: at })
    .execute();
}

export function lockTemplate(db: Database, id: string): Promise<Selectable<DocumentTemplateTable> | undefined> {
  return db
    .selectFrom('document_template')
    .selectAll()
    .where('id', '=', id)
    .where('is_retired', '=', false)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateTemplate(
  db: Database,
  id: string,
  change: { name: string; content: DocumentText; version: number },
): Promise<void> {
  const { name, content, version } = change;
  await db
    .updateTable('document_template')
    .set({ name, content: JSON.stringify(content), version })
    .where('id', '=', id)
    .execute();
}

export async function setTemplateRetired(db: Database, id: string): Promise<void> {
  await db.updateTable('document_template').set({ is_retired: true }).where('id', '=', id).execute();
}
