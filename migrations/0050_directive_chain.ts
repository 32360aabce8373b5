import { type Kysely, sql } from 'kysely';

/** What a directive rests on, implements, amends, replaces or extends, and which clause carries out which. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table directive_link (
      id uuid primary key, directive_id uuid not null references directive on delete cascade,
      relation text not null check (relation in ('implements','amends','replaces','extends','basis')),
      target_id uuid references directive on delete set null,
      cited_kind text, cited_number int, cited_symbol text, cited_on date, cited_issuer text, words text not null default '',
      state text not null check (state in ('proposed','confirmed','refused')), version int not null default 1,
      decided_by uuid references person, decided_at timestamptz, created_at timestamptz not null default now());
    create unique index directive_link_cited on directive_link
      (directive_id, coalesce(cited_kind,''), coalesce(cited_number,0), coalesce(cited_symbol,''), coalesce(cited_on,'0001-01-01')) where words <> '';
    create unique index directive_link_target on directive_link (directive_id, target_id) where target_id is not null and state <> 'refused';
    create index directive_link_from_target on directive_link (target_id) where target_id is not null;
    create index directive_link_open on directive_link (cited_number) where target_id is null;
    create table clause_link (
      clause_id uuid not null references clause on delete cascade, upper_clause_id uuid not null references clause on delete cascade,
      link_id uuid not null references directive_link on delete cascade, created_by uuid references person, created_at timestamptz not null default now(),
      primary key (clause_id, upper_clause_id));
    create index clause_link_upper on clause_link (upper_clause_id);
    create index clause_link_link on clause_link (link_id);
  `.execute(db);
}
