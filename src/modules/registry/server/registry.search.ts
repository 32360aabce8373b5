import type { Context } from '../../../platform/context.ts';
import { writeSearchDocument } from '../../../platform/search/search-document.ts';
import { receivedKindNames } from '../registry.kinds.ts';
import { lockDocument, searchKind } from './registry.repository.ts';

/** Makes a document findable by its heading, those named in it and the words inside, in the transaction of the change. */
export async function indexDocument(context: Context, id: string): Promise<void> {
  const row = await lockDocument(context.db, id);
  if (!row) return;
  const { details } = row;
  const heading = [
    receivedKindNames[row.kind],
    row.code_number,
    row.symbol,
    row.agency,
    details.signerName,
    details.toPlaces,
  ];
  await writeSearchDocument(context, {
    kind: searchKind,
    id,
    language: 'vi',
    title: row.subject,
    text: [...heading, ...details.to, details.description, row.words].filter(Boolean).join('\n'),
    dated: row.created_at,
    visibleTo: [row.unit_id],
  });
}
