import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { gramsOf } from './grams.ts';
import { indexText, wordsOf } from './search-words.ts';
import './search.tables.ts';

export interface SearchDocument {
  readonly kind: string;
  readonly id: string;
  readonly language: string;
  readonly title: string;
  /** Everything else that the subject can be found by. */
  readonly text: string;
  /** Later comes first among hits that are alike. */
  readonly dated: Date;
  /** Who may see it, as the visibility rule of the subject says it: units, or names that the owner gives to circles of readers. */
  readonly visibleTo: readonly string[];
  /** True only when every word of it is public. */
  readonly isPublic?: boolean;
}

const gramsAtMost = 50_000;
const titleAtMost = 2_000;

/** Writes the document of one subject in one language, in the transaction of the subject's change. */
export async function writeSearchDocument(context: Context, document: SearchDocument): Promise<void> {
  const title = document.title.normalize('NFC');
  const [heading, rest] = [wordsOf(title.slice(0, titleAtMost)), wordsOf(document.text)];
  const vector = (form: 'exact' | 'folded') =>
    sql`setweight(to_tsvector('simple', ${indexText(heading[form])}), 'A') || to_tsvector('simple', ${indexText(rest[form])})`;
  await sql`
    insert into search_document
      (subject_kind, subject_id, language, title, exact, folded, grams, dated, visible_units, is_public)
    values (${document.kind}, ${document.id}, ${document.language}, ${title}, ${vector('exact')}, ${vector('folded')},
      ${gramsOf(`${title}\n${document.text}`).slice(0, gramsAtMost)}::text[], ${document.dated},
      ${[...document.visibleTo]}::text[], ${document.isPublic ?? false})
    on conflict (subject_kind, subject_id, language) do update set
      title = excluded.title, exact = excluded.exact, folded = excluded.folded, grams = excluded.grams,
      dated = excluded.dated, visible_units = excluded.visible_units, is_public = excluded.is_public`.execute(
    context.db,
  );
}

/** Takes a subject out of the search, in one language or in all. */
export async function removeSearchDocument(
  context: Context,
  subject: { kind: string; id: string; language?: string },
): Promise<void> {
  let removal = context.db
    .deleteFrom('search_document')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id);
  if (subject.language !== undefined) removal = removal.where('language', '=', subject.language);
  await removal.execute();
}
