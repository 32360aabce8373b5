import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { letterKind } from '../registry.kinds.ts';
import { type DocumentSigner, registerDetails } from '../registry.shapes.contract.ts';
import { missingFields } from '../registry.template-fields.ts';
import { keepOutgoingFile } from './register-outgoing.ts';
import { takeNumber } from './registry.counter.repository.ts';
import { addresseesMissing, fieldsMissing, subjectMissing } from './registry.errors.ts';
import { allValues, textsOf, toOfficialDocument } from './registry.print.ts';
import { readLetterhead } from './registry.read-model.ts';
import { updateDocument } from './registry.repository.ts';
import { indexDocument } from './registry.search.ts';
import { lockForChange } from './write-document.ts';

/** Signs a draft: it takes the next number of its kind in the year, and its file is kept as it went out. */
export async function signDocument(
  context: Context,
  input: { id: string; version: number; signer: DocumentSigner; files: FileStore; isExample: boolean },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const row = await lockForChange(inside, input, 'sign');
    const letterhead = await readLetterhead(inside.db, row.unit_id);
    if (!letterhead) throw notFound();
    const now = inside.clock.now();
    const date = dayInDepartment(now);
    const year = Number(date.slice(0, 4));
    const { content, kind } = row;
    const missing = missingFields(textsOf(content), allValues({ content, letterhead, year }));
    if (missing.length > 0) throw fieldsMissing({ fields: missing });
    if (content.subject === '') throw subjectMissing();
    if (kind === letterKind && content.addressees.length === 0) throw addresseesMissing();
    const number = await takeNumber(inside.db, { unitId: row.unit_id, direction: 'out', year, series: kind });
    const { isExample, signer } = input;
    const document = toOfficialDocument({ kind, content, letterhead, number, date, year, signer, isExample });
    const to = (document.addressees ?? []).map((name) => name.slice(0, 200)).slice(0, 100);
    const details = registerDetails.parse({ signerPosition: signer.post, signerName: signer.name.slice(0, 50), to });
    const code = String(number).padStart(2, '0');
    await updateDocument(inside.db, row.id, {
      state: 'issued',
      year,
      register_number: number,
      code_number: code,
      subject: document.subject,
      issued_on: date,
      details: JSON.stringify({ ...details, signer }),
      signed_by: inside.actor.personId,
      signed_at: now,
      version: row.version + 1,
    });
    await keepOutgoingFile(inside, { documentId: row.id, document, files: input.files });
    await indexDocument(inside, row.id);
    const after = { number: `${code}/${document.numberAndSymbol.symbol}`, ...signer };
    await recordAudit(inside, { subjectKind: 'official_document', subjectId: row.id, action: 'sign', after });
  });
}
