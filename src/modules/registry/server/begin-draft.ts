import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { kindNames } from '../registry.kinds.ts';
import { type DocumentContent, registerDetails } from '../registry.shapes.contract.ts';
import { fieldNamesIn, withoutEmptyFields } from '../registry.template-fields.ts';
import { symbolOf } from './registry.letterhead.ts';
import { canRegistry } from './registry.policy.ts';
import { filledSubject, textsOf } from './registry.print.ts';
import { readLetterhead, readTemplateOfProgram, type UsableTemplate } from './registry.read-model.ts';
import { insertDocument } from './registry.repository.ts';
import { indexDocument } from './registry.search.ts';

interface DraftSource {
  readonly kind: string;
  readonly id: string;
}

/**
 * A letter that another module composes: the words come from the template, which the department changes as it likes, the
 * values from the caller. It is a draft like any other: looked at, changed, signed, and numbered then.
 */
export function draftFromTemplate(
  context: Context,
  input: {
    id?: string | undefined;
    unitId: string;
    templateId: string;
    values: Readonly<Record<string, string>>;
    source: DraftSource;
  },
): Promise<string> {
  const { id, source, templateId, unitId, values } = input;
  return inTransaction(context, async (inside) => {
    const template = await readTemplateOfProgram(inside.db, templateId);
    if (!template) throw notFound();
    return beginDraft(inside, { id, unitId, template, values, source });
  });
}

/** To be called in a transaction. */
export async function beginDraft(
  inside: Context,
  input: {
    id: string | undefined;
    unitId: string;
    template: UsableTemplate;
    values: Readonly<Record<string, string>>;
    source: DraftSource | null;
  },
): Promise<string> {
  const { source, template, unitId } = input;
  if (!canRegistry(inside.actor, 'write', { unitId })) throw notPermitted();
  const letterhead = await readLetterhead(inside.db, unitId);
  if (!letterhead) throw notFound();
  const now = inside.clock.now();
  const id = input.id ?? newId(now.getTime());
  const isOwn = template.unitId === unitId;
  const draftingSymbol = isOwn ? template.content.draftingSymbol : letterhead.draftingSymbol;
  const body = withoutEmptyFields(template.content.body, input.values);
  const used = fieldNamesIn(textsOf({ ...template.content, body }).join('\n'));
  const content: DocumentContent = {
    ...template.content,
    fields: template.content.fields.filter(({ name }) => used.includes(name)),
    body,
    draftingSymbol,
    values: { ...input.values },
    urgency: null,
  };
  const year = Number(dayInDepartment(now).slice(0, 4));
  const subject = filledSubject({ content, letterhead, year });
  const isNew = await insertDocument(inside.db, {
    id,
    direction: 'out',
    state: 'draft',
    unit_id: unitId,
    kind: template.kind,
    year,
    code_number: '',
    symbol: symbolOf({ kind: template.kind, draftingSymbol, letterhead }),
    agency: letterhead.agency,
    subject,
    details: JSON.stringify(registerDetails.parse({})),
    content: JSON.stringify(content),
    template_id: template.id,
    template_version: template.version,
    source_kind: source?.kind ?? null,
    source_id: source?.id ?? null,
    words: [body, ...Object.values(input.values)].join('\n'),
    created_by: inside.actor.personId,
    created_at: now,
  });
  if (!isNew) return id;
  await indexDocument(inside, id);
  const after = { subject, kind: kindNames[template.kind], template: template.name };
  await recordAudit(inside, { subjectKind: 'official_document', subjectId: id, action: 'create', after });
  return id;
}
