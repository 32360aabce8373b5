import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table asset add column purpose text not null default 'library' check (purpose in ('library','evidence')), add column received_sha256 text;
    alter table evidence drop constraint evidence_kind_check;
    alter table evidence add constraint evidence_kind_check check (kind in ('receipt','file','photo','link','figure','note','signed_sheet'));
    alter table evidence add column figure_unit text not null default '';
    create table evidence_asset (
      evidence_id uuid not null references evidence, asset_id uuid not null references asset, position int not null,
      created_at timestamptz not null default now(), primary key (evidence_id, asset_id));
    insert into evidence_asset (evidence_id, asset_id, position) select id, asset_id, 0 from evidence where asset_id is not null;
    alter table evidence drop column asset_id;
  `.execute(db);
}
