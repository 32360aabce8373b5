import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { agencyInWords } from '../../directives/index.ts';
import { registerDirective } from './register-directive.ts';
import { readConfirmedDirective } from './registry.directives.read-model.ts';
import { addFileOnce, findBySource, updateDocument } from './registry.repository.ts';
import { indexDocument } from './registry.search.ts';

/**
 * The entry of a directive tells what its corrected edition says; the file of that edition is added to the one that came
 * first, which stays. The arrival number and its year stay. A second call changes nothing.
 */
export async function followCorrectedDirective(
  context: Context,
  { directiveId }: { directiveId: string },
): Promise<void> {
  await registerDirective(context, { directiveId });
  await inTransaction(context, async (inside) => {
    const directive = await readConfirmedDirective(inside.db, directiveId);
    const entry = await findBySource(inside.db, { kind: 'directive', id: directiveId });
    if (!directive || !entry) return;
    const changed = {
      code_number: directive.number === null ? '' : String(directive.number),
      symbol: directive.symbol ?? '',
      agency: agencyInWords(directive.issuer ?? ''),
      subject: directive.subject,
      issued_on: directive.issuedOn,
    };
    const isFileNew = directive.file !== null && (await addFileOnce(inside.db, entry.id, directive.file));
    const keys = Object.keys(changed) as (keyof typeof changed)[];
    const differing = keys.filter((key) => changed[key] !== entry[key]);
    if (!isFileNew && differing.length === 0) return;
    await updateDocument(inside.db, entry.id, { ...changed, words: directive.text, version: entry.version + 1 });
    await indexDocument(inside, entry.id);
    const shown = (row: typeof changed) => ({
      code: `${row.code_number}/${row.symbol}`,
      agency: row.agency,
      subject: row.subject,
      date: row.issued_on,
    });
    await recordAudit(inside, {
      subjectKind: 'official_document',
      subjectId: entry.id,
      action: 'correct',
      before: shown(entry),
      after: shown(changed),
    });
  });
}
