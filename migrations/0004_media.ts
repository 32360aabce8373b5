import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table asset (
      id uuid primary key, sha256 text not null, file_name text not null, content_type text not null, bytes bigint not null, width int, height int,
      credit text not null default '', rights text not null default '', alt_texts jsonb not null default '{}', owner_unit_id text not null references unit,
      is_example boolean not null default false, version int not null default 1, created_by uuid references person, created_at timestamptz not null);
    create index asset_owner on asset (owner_unit_id, created_at desc);
    create table asset_rendition (
      asset_id uuid not null references asset, name text not null, sha256 text not null, content_type text not null, width int not null, height int not null,
      bytes bigint not null, created_at timestamptz not null default now(), primary key (asset_id, name));
    create index asset_rendition_file on asset_rendition (sha256);
  `.execute(db);
}
