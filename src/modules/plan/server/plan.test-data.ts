import { systemClock } from '../../../platform/clock/clock.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { confirmPlan } from './confirm-plan.ts';
import { readPlanDetail } from './plan.read-model.ts';
import { proposePlanFor } from './propose-plan.ts';

export interface MadeClause {
  readonly path: string;
  readonly nature: 'content' | 'assignment';
  readonly text?: string;
  readonly isLeaf?: boolean;
  readonly mode?: 'assigned' | 'requested';
  readonly units?: readonly string[];
  readonly dates?: readonly string[];
}

/** The shape of the guidance, small: a theme with a day, duties of divisions, requests to communes. */
export const smallGuidance: readonly MadeClause[] = [
  { path: 'I.1.2', nature: 'content' },
  { path: 'I.1.2/1', nature: 'content', isLeaf: true, text: 'Tuyên truyền những đổi mới của Quốc hội' },
  { path: 'I.1.2/2', nature: 'content', isLeaf: true, text: 'Tạo cao điểm về cuộc bầu cử', dates: ['2026-03-15'] },
  { path: 'II.1.a', nature: 'assignment', mode: 'assigned', units: ['phong-ttbcxb'] },
  { path: 'II.1.a/1', nature: 'assignment', isLeaf: true, text: 'Lựa chọn nội dung đăng tải trên cổng' },
  { path: 'II.1.c', nature: 'assignment', mode: 'assigned', units: ['tt-vhnt'] },
  { path: 'II.1.c/1', nature: 'assignment', isLeaf: true, text: 'Tổ chức tuyên truyền cổ động trực quan' },
  { path: 'II.2', nature: 'assignment', mode: 'requested', units: ['group:communes'] },
  {
    path: 'II.2/1',
    nature: 'assignment',
    isLeaf: true,
    text: 'Chỉ đạo hệ thống thông tin cơ sở tăng cường tuyên truyền',
  },
];

export async function makePerson(database: TestDatabase, name: string): Promise<string> {
  const id = newId(systemClock.now().getTime());
  await database.pool.query('insert into person (id, full_name, email, created_at) values ($1, $2, $3, now())', [
    id,
    name,
    `${id}@example.vn`,
  ]);
  return id;
}

/** A confirmed directive of these clauses and its proposed plan. */
export async function makePlan(
  database: TestDatabase,
  clauses: readonly MadeClause[] = smallGuidance,
  year = 2026,
): Promise<{ planId: string; clauseId: (path: string) => string }> {
  const directiveId = newId(systemClock.now().getTime());
  const ids = new Map(clauses.map((clause) => [clause.path, newId(systemClock.now().getTime())]));
  await database.pool.query(
    `insert into directive (id, kind, number, symbol, subject, issued_on, year, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
     values ($1, 'HD', 12, 'HD-SVHTTDL', 'Công tác thông tin đối ngoại', make_date($2, 2, 3), $2, 'confirmed', 'a.txt', 'a', 'a', '{}', 'so-vhttdl', now())`,
    [directiveId, year],
  );
  for (const [index, clause] of clauses.entries())
    await database.pool.query(
      `insert into clause (id, directive_id, path, parent_path, position, depth, title, text, short_title, nature, mode, is_leaf, source_from, source_to, unit_ids, dates, created_at)
       values ($1, $2, $3, $4, $5, 1, $3, $6, $6, $7, $8, $9, 0, 1, $10, $11::date[], now())`,
      [
        ids.get(clause.path),
        directiveId,
        clause.path,
        clause.path.includes('/') ? clause.path.split('/')[0] : null,
        index,
        clause.text ?? `Mục ${clause.path}`,
        clause.nature,
        clause.mode ?? null,
        clause.isLeaf ?? false,
        clause.units ?? [],
        clause.dates ?? [],
      ],
    );
  const planId = await proposePlanFor(database.context(), directiveId);
  return { planId, clauseId: (path) => ids.get(path) ?? '' };
}

export async function makeConfirmedPlan(database: TestDatabase, options: { sendRequests: boolean }) {
  const personId = await makePerson(database, 'Nguyễn Thị Hoa');
  const editor = () => database.context(actorWith('publishing_editor', 'phong-ttbcxb', { personId }));
  const made = await makePlan(database);
  const { version } = await readPlanDetail(editor(), made.planId);
  await confirmPlan(editor(), { planId: made.planId, version, ...options });
  return { ...made, editor };
}
