/**
 * SQL that makes 20,000 events from last year to the end of the year after next: 19,000 of one day or two, 800 yearly,
 * 150 monthly and 50 weekly series, with their dates written out (some 38,000), at 60 places of 38 communes.
 */
export const madeCalendar = `
  insert into calendar_event (id, kind, titles, rule, lasts_days, start_time, end_time, place, place_unit_id, unit_id, audience, is_major, initial_state, evidence, folded, edited_at, created_at)
    select gen_random_uuid(), case when n % 9 = 0 then 'festival' else 'event' end, jsonb_build_object('vi', 'Sự kiện thử số ' || n),
      case when n <= 19000 then jsonb_build_object('kind', 'once', 'on', make_date(extract(year from now())::int - 1, 1, 1) + (n * 7919) % 1460)
        when n <= 19800 then jsonb_build_object('kind', 'solar', 'month', 1 + n % 12, 'day', 1 + n % 28)
        when n <= 19950 then jsonb_build_object('kind', 'repeat', 'from', '2024-01-' || lpad((1 + n % 28)::text, 2, '0'), 'rrule', 'FREQ=MONTHLY', 'except', '[]'::jsonb, 'extra', '[]'::jsonb)
        else jsonb_build_object('kind', 'repeat', 'from', '2024-01-0' || (1 + n % 7), 'rrule', 'FREQ=WEEKLY', 'except', '[]'::jsonb, 'extra', '[]'::jsonb) end,
      1 + n % 2, case when n % 3 = 0 then '08:00' end, case when n % 3 = 0 then '10:30' end, case when n % 4 = 0 then '' else 'Hội trường ' || n % 60 end,
      place.ids[1 + n % array_length(place.ids, 1)], place.ids[1 + n % array_length(place.ids, 1)],
      (array['public', 'press', 'tourists', 'officials', null])[1 + n % 5], n % 40 = 0, 'planned', 'house', 'su kien thu so ' || n, now(), now() - interval '400 days'
    from generate_series(1, 20000) n, (select array_agg(unit_id order by unit_id) as ids from unit_group_member where group_id = 'group:communes') place;
  insert into calendar_date (id, event_id, original_on, starts_on, ends_on, start_time, end_time, state, unit_id, first_confirmed_at, changed_at, created_at)
    select gen_random_uuid(), event.id, dated.day::date, dated.day::date, dated.day::date + event.lasts_days - 1, event.start_time, event.end_time,
      (array['planned', 'planned', 'confirmed', 'confirmed', 'cancelled', 'rumoured'])[1 + (extract(doy from dated.day)::int + length(event.folded)) % 6], event.unit_id, now(), now(), now()
    from calendar_event event cross join lateral (
      select (event.rule->>'on')::date as day where event.rule->>'kind' = 'once'
      union all select make_date(year, (event.rule->>'month')::int, (event.rule->>'day')::int) from generate_series(extract(year from now())::int - 1, extract(year from now())::int + 2) year where event.rule->>'kind' = 'solar'
      union all select generate_series((event.rule->>'from')::date, make_date(extract(year from now())::int + 2, 12, 31), case when event.rule->>'rrule' = 'FREQ=WEEKLY' then interval '1 week' else interval '1 month' end) where event.rule->>'kind' = 'repeat') dated
    where event.reference_id is null;
  analyze;`;
