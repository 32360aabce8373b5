import type { Kysely, Transaction } from 'kysely';

/**
 * All tables of the program. Each module adds its own in `<module>.tables.ts` by declaration merging:
 * `declare module '../../../platform/database/tables.ts' { interface DatabaseTables { story: StoryTable } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface DatabaseTables {}

/** A connection or a transaction: use cases take either, so they compose. */
export type Database = Kysely<DatabaseTables> | Transaction<DatabaseTables>;
