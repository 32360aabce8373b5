import { createHash } from 'node:crypto';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { explainReadError } from '../../../platform/documents/read/read.errors.ts';
import { notPermitted } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { UploadedFile } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { proposeLinks } from './chain/propose-links.ts';
import type { RunningReading } from './directive-readings.ts';
import { emptyDocument, explainRefusal, idTaken } from './directives.errors.ts';
import { canDirective } from './directives.policy.ts';
import { findBySource, insertDirective, lockSource } from './directives.repository.ts';
import { indexDirective } from './directives.search.ts';
import { listClauses } from './parser/clause-queries.ts';
import { readSource } from './read-source.ts';

const department = 'so-vhttdl';

/** Reads a file or text into a directive that waits for review. What is refused leaves nothing behind, not even its hash. */
export async function importDirective(
  context: Context,
  input: { id?: string | undefined; text?: string | undefined; file: UploadedFile | null },
  ports: { files?: FileStore; reading?: RunningReading } = {},
): Promise<{ id: string; isNew: boolean }> {
  if (!canDirective(context.actor, 'import', null)) throw notPermitted();
  const { document, parsed } = await read(input, ports.reading);
  const { text } = document;
  const sha256 = createHash('sha256').update(withoutLineEnds(text)).digest('hex');
  return inTransaction(context, async (inside) => {
    await lockSource(inside.db, sha256);
    const existing = await findBySource(inside.db, sha256);
    if (existing) return { id: existing.id, isNew: false };
    const now = inside.clock.now();
    const id = input.id ?? newId(now.getTime());
    const kept = input.file && ports.files ? await ports.files.put(input.file.bytes) : null;
    const isNew = await insertDirective(inside.db, {
      id,
      kind: parsed.kind,
      number: parsed.number,
      symbol: parsed.symbol,
      subject: parsed.subject ?? '',
      issuer: parsed.issuer,
      place: parsed.place,
      issued_on: parsed.date,
      year: parsed.year,
      state: 'in_review',
      source_name: input.file?.fileName ?? '',
      source_text: text,
      source_sha256: sha256,
      source_kind: document.kind,
      read_warnings: [...document.warnings],
      file_sha256: kept,
      file_bytes: kept === null ? null : (input.file?.bytes.length ?? null),
      parsed: { ...parsed, decisions: {} },
      unit_id: department,
      created_by: inside.actor.personId,
      confirmed_by: null,
      confirmed_at: null,
      edition_of: null,
      replaced_at: null,
      created_at: now,
    });
    if (!isNew) throw idTaken();
    await indexDirective(inside, id);
    await proposeLinks(inside, { id, parsed: { ...parsed, decisions: {} } });
    const after = { subject: parsed.subject, clauses: listClauses(parsed).length, sha256 };
    await recordAudit(inside, { subjectKind: 'directive', subjectId: id, action: 'import', after });
    return { id, isNew };
  });
}

/** One document however it comes: with CRLF from Windows, with LF, with a byte order mark, with blanks around it. */
function withoutLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

async function read(input: { text?: string | undefined; file: UploadedFile | null }, reading?: RunningReading) {
  try {
    // A form sends each line end of pasted text as CRLF (HTML standard, multipart/form-data); as pasted it was LF.
    const pasted = (input.text ?? '').toWellFormed().replace(/\r\n/g, '\n');
    if (!input.file && pasted.trim() === '') throw emptyDocument();
    const source = input.file ? { bytes: input.file.bytes } : { text: pasted };
    return await readSource(source, reading ? { report: reading.report, signal: reading.signal } : {});
  } catch (error) {
    throw explainReadError(explainRefusal(error));
  }
}
