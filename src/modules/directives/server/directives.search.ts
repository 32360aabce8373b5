import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { removeSearchDocument, writeSearchDocument } from '../../../platform/search/search-document.ts';
import { lockDirective, readDirectivesToIndex, searchKind } from './directives.repository.ts';
import { listClauses } from './parser/clause-queries.ts';
import { nameOfKind } from './parser/document-kinds.ts';

/** Makes a directive findable by its heading and the wording of every clause, in the transaction that changed it. */
export async function indexDirective(context: Context, id: string): Promise<void> {
  const directive = await lockDirective(context.db, id);
  if (!directive) return;
  const { kind, number, symbol, issuer, parsed } = directive;
  const heading = [kind && nameOfKind(kind), number, symbol, issuer].filter((part) => part !== null);
  await writeSearchDocument(context, {
    kind: searchKind,
    id,
    language: 'vi',
    title: directive.subject,
    text: [heading.join(' '), ...listClauses(parsed).map(({ clause }) => clause.text)].join('\n'),
    dated: directive.created_at,
    // The visibility rule of a directive knows its state only.
    visibleTo: [directive.state],
  });
}

/** Writes the documents of all directives again, or of those that lack one. Each in its own transaction; safe to repeat. */
export async function rebuildDirectiveSearch(context: Context, options: { onlyMissing?: boolean } = {}): Promise<void> {
  for (const id of await readDirectivesToIndex(context.db, options.onlyMissing ?? false)) {
    await inTransaction(context, async (inside) => {
      await lockDirective(inside.db, id);
      await removeSearchDocument(inside, { kind: searchKind, id });
      await indexDirective(inside, id);
    });
  }
}
