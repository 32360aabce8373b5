/** SQL that makes `plans` plans of 60 clauses × 60 units, in the years up to this one, each task with `evidenceEach` pieces of evidence; every fourth clause is due with 24 events of the calendar. */
export function madePlans({ plans, evidenceEach }: { plans: number; evidenceEach: number }): string {
  return `
  insert into unit (id, kind, names, short_names, is_own, source, position)
    select 'made-' || n, 'commune', jsonb_build_object('vi', 'Xã ' || n), jsonb_build_object('vi', 'X. ' || n), false, 'bench', 100 + n from generate_series(1, 16) n;
  insert into unit_group_member (group_id, unit_id) select 'group:communes', 'made-' || n from generate_series(1, 16) n;
  insert into directive (id, subject, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
    select gen_random_uuid(), 'Văn bản thử ' || n, 'confirmed', '', '', 'x' || n, '{}', 'so-vhttdl', now() from generate_series(1, ${plans}) n;
  insert into clause (id, directive_id, path, parent_path, position, depth, title, text, short_title, nature, is_leaf, source_from, source_to, created_at)
    select gen_random_uuid(), id, 'I.' || n, null, n, 1, '', 'Nội dung ' || n, 'Nội dung ' || n, 'assignment', true, 0, 0, now() from directive, generate_series(1, 60) n;
  insert into plan (id, directive_id, title, year, state, created_at)
    select gen_random_uuid(), id, 'Kế hoạch thử', extract(year from now())::int + 1 - row_number() over (order by id)::int, 'confirmed', now() from directive;
  insert into task (id, plan_id, clause_id, unit_id, mode, state, title, due_on, rhythm, created_at)
    select gen_random_uuid(), plan.id, clause.id, unit.id, case when unit.is_own then 'assigned' else 'requested' end,
      (array['sent', 'accepted', 'in_progress', 'returned', 'done', 'done', 'done'])[1 + (clause.position + unit.position) % 7], 'Việc ' || clause.path || ' ' || unit.id,
      make_date(plan.year, 1 + clause.position % 12, 1 + unit.position % 28), (array['once', 'monthly', 'quarterly', 'per_event'])[1 + clause.position % 4], now()
    from plan join clause on clause.directive_id = plan.directive_id, (select * from unit where valid_to is null order by position desc limit 60) unit;
  insert into evidence (id, clause_id, unit_id, task_id, kind, title, occurred_on, is_by_system, state, created_at)
    select gen_random_uuid(), task.clause_id, task.unit_id, task.id, 'note', 'Minh chứng ' || n, greatest(task.due_on - n * 11, make_date(extract(year from task.due_on)::int, 1, 1)), n % 2 = 0,
      case when n = 1 and task.state = 'in_progress' then 'submitted' else 'accepted' end, now() - n * interval '1 hour'
    from task, generate_series(1, ${evidenceEach}) n where task.state <> 'sent' or n % 2 = 0;
  insert into calendar_event (id, kind, titles, rule, unit_id, clause_id, initial_state, evidence, folded, created_at)
    select gen_random_uuid(), 'event', '{"vi": "Sự kiện thử"}', jsonb_build_object('kind', 'once', 'on', make_date(plan.year, 1, 1) + n * 15), unit.id, clause.id, 'planned', 'house', 'su kien thu', now()
    from plan join clause on clause.directive_id = plan.directive_id and clause.position % 4 = 3, generate_series(0, 23) n, lateral (select id from unit where id = 'made-' || 1 + n % 16) unit;
  insert into calendar_date (id, event_id, original_on, starts_on, ends_on, state, unit_id, changed_at, created_at)
    select gen_random_uuid(), id, (rule->>'on')::date, (rule->>'on')::date, (rule->>'on')::date, 'planned', unit_id, now(), now() from calendar_event where clause_id is not null;
  update task set sent_on = make_date(plan.year, 1, 1) from plan where plan.id = task.plan_id;
  analyze;`;
}
