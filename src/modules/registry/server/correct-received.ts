import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { correctReceived as endpoint } from '../registry.contract.ts';
import { isReceivedKind, receivedKindNames } from '../registry.kinds.ts';
import { arrivesLater, datesReversed, unknownKind, yearFixed } from './registry.errors.ts';
import { canRegistry } from './registry.policy.ts';
import { type DocumentRecord, lockDocument, updateDocument } from './registry.repository.ts';
import { indexDocument } from './registry.search.ts';

/** Mends what a clerk mistyped. The arrival number stays, and so does the year that it counts in. */
export async function correctReceived(
  context: Context,
  input: z.infer<(typeof endpoint)['body']> & { id: string },
): Promise<void> {
  if (!isReceivedKind(input.kind)) throw unknownKind();
  if (input.issuedOn > input.arrivedOn) throw datesReversed();
  await inTransaction(context, async (inside) => {
    const row = await lockDocument(inside.db, input.id);
    if (row?.state !== 'received' || !canRegistry(inside.actor, 'read', { unitId: row.unit_id })) throw notFound();
    if (!canRegistry(inside.actor, 'receive', { unitId: row.unit_id })) throw notPermitted();
    if (row.version !== input.version) throw versionConflict({ current: row.version });
    if (row.year !== Number(input.arrivedOn.slice(0, 4))) throw yearFixed({ year: row.year });
    if (input.arrivedOn > dayInDepartment(inside.clock.now())) throw arrivesLater();
    const { agency, arrivedOn, codeNumber, dueOn, issuedOn, kind, subject, symbol } = input;
    const { pageAmount, priority, signerName, signerPosition, toPlaces } = input;
    const kept = { ...row.details, signerPosition, signerName, toPlaces, priority, pageAmount: pageAmount ?? null };
    const changed = {
      kind,
      code_number: codeNumber,
      symbol,
      agency,
      subject,
      issued_on: issuedOn,
      arrived_on: arrivedOn,
      due_on: dueOn ?? null,
    };
    await updateDocument(inside.db, row.id, { ...changed, details: JSON.stringify(kept), version: row.version + 1 });
    await indexDocument(inside, row.id);
    const before = readable(row);
    const after = readable({ ...row, ...changed, details: kept });
    await recordAudit(inside, {
      subjectKind: 'official_document',
      subjectId: row.id,
      action: 'correct',
      before,
      after,
    });
  });
}

/** As the history shows it. */
function readable(row: DocumentRecord) {
  return {
    code: `${row.code_number}/${row.symbol}`,
    kind: receivedKindNames[row.kind] ?? row.kind,
    agency: row.agency,
    subject: row.subject,
    date: row.issued_on,
    arrivedOn: row.arrived_on,
    dueOn: row.due_on,
    post: row.details.signerPosition,
    name: row.details.signerName,
    toPlaces: row.details.toPlaces,
  };
}
