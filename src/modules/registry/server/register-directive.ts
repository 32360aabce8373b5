import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { agencyInWords } from '../../directives/index.ts';
import { isReceivedKind, letterKind } from '../registry.kinds.ts';
import { registerDetails } from '../registry.shapes.contract.ts';
import { takeNumber } from './registry.counter.repository.ts';
import { type ConfirmedDirective, readConfirmedDirective } from './registry.directives.read-model.ts';
import { department } from './registry.policy.ts';
import { findArrival, findBySource, insertDocument, insertFile, updateDocument } from './registry.repository.ts';
import { indexDocument } from './registry.search.ts';

/**
 * A directive that was taken in stands in the register of documents in, without being typed again. One that a clerk had
 * entered before is joined with it; what the department issued itself did not come in.
 */
export async function registerDirective(context: Context, { directiveId }: { directiveId: string }): Promise<void> {
  await inTransaction(context, async (inside) => {
    const directive = await readConfirmedDirective(inside.db, directiveId);
    if (!directive || directive.issuerUnitId === department) return;
    const source = { kind: 'directive', id: directiveId };
    if (await findBySource(inside.db, source)) return;
    const known = await findArrival(inside.db, { unitId: directive.unitId, ...wordsOf(directive) });
    if (known) await updateDocument(inside.db, known.id, { source_kind: source.kind, source_id: source.id });
    else await enter(inside, directive);
  });
}

function wordsOf({ issuedOn, number, symbol }: ConfirmedDirective) {
  return { codeNumber: number === null ? '' : String(number), symbol: symbol ?? '', issuedOn };
}

async function enter(inside: Context, directive: ConfirmedDirective): Promise<void> {
  const { codeNumber, symbol, issuedOn } = wordsOf(directive);
  const { id: sourceId, signature, unitId } = directive;
  const arrivedOn = dayInDepartment(directive.createdAt);
  const year = Number(arrivedOn.slice(0, 4));
  const number = await takeNumber(inside.db, { unitId, direction: 'in', year, series: '' });
  const now = inside.clock.now();
  const id = newId(now.getTime());
  const details = registerDetails.parse({
    signerPosition: (signature.post ?? '').slice(0, 100),
    signerName: (signature.name ?? '').slice(0, 50),
    to: directive.addressees.map((name) => name.slice(0, 200)).slice(0, 100),
  });
  const agency = agencyInWords(directive.issuer ?? '');
  await insertDocument(inside.db, {
    id,
    direction: 'in',
    state: 'received',
    unit_id: unitId,
    kind: directive.kind !== null && isReceivedKind(directive.kind) ? directive.kind : letterKind,
    year,
    register_number: number,
    code_number: codeNumber,
    symbol,
    agency,
    subject: directive.subject,
    issued_on: issuedOn,
    arrived_on: arrivedOn,
    details: JSON.stringify(details),
    source_kind: 'directive',
    source_id: sourceId,
    words: directive.text,
    created_by: directive.confirmedBy,
    created_at: now,
  });
  if (directive.file) await insertFile(inside.db, { document_id: id, position: 0, ...directive.file });
  await indexDocument(inside, id);
  const after = { arrivalNumber: number, code: `${codeNumber}/${symbol}`, agency, subject: directive.subject };
  await recordAudit(inside, { subjectKind: 'official_document', subjectId: id, action: 'receive', after });
}
