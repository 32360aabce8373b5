import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { UploadedFile } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { receiveDocument as endpoint } from '../registry.contract.ts';
import { isReceivedKind } from '../registry.kinds.ts';
import { registerDetails } from '../registry.shapes.contract.ts';
import { receivedFileType, wordsOfFile } from './received-file.ts';
import { takeNumber } from './registry.counter.repository.ts';
import { arrivesLater, datesReversed, fileType, unknownKind } from './registry.errors.ts';
import { canRegistry, registerOf } from './registry.policy.ts';
import { type DocumentRecord, insertDocument, insertFile, lockDocument, lockEntry } from './registry.repository.ts';
import { indexDocument } from './registry.search.ts';

type Received = z.infer<(typeof endpoint)['body']>;

/** Enters a document that came in; the file, where there is one, is kept as it came. */
export async function receiveDocument(
  context: Context,
  input: Received & { file: UploadedFile | null; files: FileStore },
): Promise<{ id: string; registerNumber: number }> {
  const { file } = input;
  const unitId = input.unitId ?? registerOf(context.actor);
  if (unitId === null || !canRegistry(context.actor, 'receive', { unitId })) throw notPermitted();
  if (!isReceivedKind(input.kind)) throw unknownKind();
  if (input.issuedOn > input.arrivedOn) throw datesReversed();
  if (input.arrivedOn > dayInDepartment(context.clock.now())) throw arrivesLater();
  const type = file && receivedFileType(file);
  if (file && type === null) throw fileType();
  const words = file && type ? await wordsOfFile({ bytes: file.bytes, type }) : '';
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now();
    const id = input.id ?? newId(now.getTime());
    await lockEntry(inside.db, id);
    const known = input.id ? await lockDocument(inside.db, id) : undefined;
    if (known) return { id, registerNumber: numberOfEntry(known, unitId) };
    // Of what is refused no bytes stay, and nobody waits for the disk with the counter locked.
    const stored = file && type ? { sha256: await input.files.put(file.bytes), type, file } : null;
    const year = Number(input.arrivedOn.slice(0, 4));
    const number = await takeNumber(inside.db, { unitId, direction: 'in', year, series: '' });
    const { signerPosition, signerName, toPlaces, priority } = input;
    const pageAmount = input.pageAmount ?? null;
    const isNew = await insertDocument(inside.db, {
      id,
      direction: 'in',
      state: 'received',
      unit_id: unitId,
      kind: input.kind,
      year,
      register_number: number,
      code_number: input.codeNumber,
      symbol: input.symbol,
      agency: input.agency,
      subject: input.subject,
      issued_on: input.issuedOn,
      arrived_on: input.arrivedOn,
      due_on: input.dueOn ?? null,
      details: JSON.stringify(registerDetails.parse({ signerPosition, signerName, toPlaces, priority, pageAmount })),
      words,
      created_by: inside.actor.personId,
      created_at: now,
    });
    // Anything else that took the id meanwhile: the number goes back with the transaction.
    if (!isNew) throw notFound();
    if (stored)
      await insertFile(inside.db, {
        document_id: id,
        position: 0,
        name: stored.file.fileName,
        media_type: stored.type,
        sha256: stored.sha256,
        bytes: stored.file.bytes.length,
      });
    await indexDocument(inside, id);
    const after = {
      arrivalNumber: number,
      code: `${input.codeNumber}/${input.symbol}`,
      agency: input.agency,
      subject: input.subject,
    };
    await recordAudit(inside, { subjectKind: 'official_document', subjectId: id, action: 'receive', after });
    return { id, registerNumber: number };
  });
}

/** The same entry came twice: it has its number already. The id of anything else is told of to nobody. */
function numberOfEntry(known: DocumentRecord, unitId: string): number {
  if (known.direction !== 'in' || known.unit_id !== unitId || known.register_number === null) throw notFound();
  return known.register_number;
}
