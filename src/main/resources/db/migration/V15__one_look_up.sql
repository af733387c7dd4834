-- What forbids an append at the next position is looked for in one index. docs/adr/0016-one-look-up.md says why that helps.

-- Marks: keys that no tag can have, since no tag has control characters, at a position that no event can have. So whatever
-- asks for tags or positions never sees them.
--   U+0001 sealed:<tag>   the tag is in sealed_tag
--   U+0001 void:<batch>   the batch is in void_append
-- Takes what the mark says and the column that it says it of.
create function mark_in_event_tag() returns trigger
    language plpgsql
as
$$
begin
    insert into event_tag (tag, type, position)
    values (E'\x01' || tg_argv[0] || ':' || (to_jsonb(new) ->> tg_argv[1]), '', 9223372036854775807)
    on conflict do nothing;
    return null;
end
$$;

-- Triggers, so that a node of the version before, which may seal while this runs, can't leave one unmarked.
create trigger mark_in_event_tag after insert on sealed_tag
    for each row execute function mark_in_event_tag('sealed', 'tag');
create trigger mark_in_event_tag after insert on void_append
    for each row execute function mark_in_event_tag('void', 'batch');

insert into event_tag (tag, type, position)
select E'\x01sealed:' || tag, '', 9223372036854775807 from sealed_tag
union all
select E'\x01void:' || batch, '', 9223372036854775807 from void_append;

comment on table event_tag is 'The tags of every event, so that what carries a tag (and is of a type) is a short range of the primary key; and marks of what forbids an append.';

-- Appends one event at a position for a caller who knows that the one before is the head, unless one of the keys is in
-- event_tag: the tags that no event may carry yet, the void mark of the batch, and the sealed mark of each tag that the
-- event carries. It stands for append_next, which nodes of the version before still call.
--
-- Answers when the event was recorded; null, having done nothing, where append_event has to say what is the matter; and
-- with a unique violation where the head is further than the caller knew. Partitions are made by append_event.
--
-- What can be worked out before is: each expression costs every call, because it is made ready anew in each transaction.
--
-- p_before ends with "recordedAt": and p_after goes on after its value.
create function append_at_head(
    p_position bigint, p_not_before timestamptz,
    p_forbidding text[],
    p_id uuid, p_type text, p_version int, p_before bytea, p_after bytea,
    p_carried text[]
)
    returns timestamptz
    language plpgsql
    volatile
as
$$
declare
    v_recorded_at timestamptz;
begin
    -- the lock is never null; in a condition it is an expression, where it would be a query of its own else
    if current_setting('transaction_isolation') <> 'read committed'
        or pg_advisory_xact_lock(event_append_lock()) is null then
        raise exception 'append_at_head needs read committed, or it would not see what the lock waited for';
    end if;
    v_recorded_at := greatest(clock_timestamp(), p_not_before);
    insert into event (position, recorded_at, id, type, version, bytes)
    select p_position, v_recorded_at, p_id, p_type, p_version,
           p_before
           || to_char(v_recorded_at at time zone interval '0', '\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\"')::bytea
           || p_after
    where not exists (select from event_tag t where t.tag = any (p_forbidding));
    if not found then
        return null;
    end if;
    insert into event_tag (tag, type, position) select unnest(p_carried), p_type, p_position;
    return v_recorded_at;
end
$$;

-- Does what append_events does, which nodes of the version before still call. But a criterion of one tag and some types isn't
-- looked up where no event of those types came since it was decided, which was a quarter of what each command took; and
-- nobody is notified: who calls it does so, for many at once.
create function append_batch(
    p_batch uuid,
    p_any_command int[], p_any_marker bigint[],
    p_type_command int[], p_type text[], p_type_marker bigint[],
    p_tag_command int[], p_tag text[], p_tag_types text[], p_tag_marker bigint[],
    p_only_command int[], p_only_tag text[], p_only_marker bigint[],
    p_all_command int[], p_all_first text[], p_all_rest text[], p_all_types text[], p_all_marker bigint[],
    p_depends int[], p_on int[],
    p_event_command int[], p_event_id uuid[], p_event_type text[], p_event_version int[],
    p_event_before bytea[], p_event_after bytea[],
    p_carried_event int[], p_carried_tag text[], p_carried_type text[],
    out head_before bigint,
    out first_recorded_at timestamptz,
    out positions bigint[],
    out sealed int[]
)
    language plpgsql
    volatile
as
$$
declare
    v_head_time timestamptz;
    v_rejected  int[] := '{}';
    v_found     int[];
    v_last      bigint;
    v_half      bigint;
    v_first     bigint;
    v_concerned text[];
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'append_batch needs read committed, or it would not see what the lock waited for';
    end if;
    if pg_advisory_xact_lock(event_append_lock()) is null then
        return;
    end if;
    if exists (select from void_append v where v.batch = p_batch) then
        raise exception 'batch % was given up', p_batch using errcode = 'ZR001';
    end if;

    select e.position, e.recorded_at into head_before, v_head_time from event e order by e.position desc limit 1;
    head_before := coalesce(head_before, 0);

    if cardinality(p_any_command) > 0 then
        select coalesce(array_agg(c.command), '{}') into v_found
        from unnest(p_any_command, p_any_marker) c(command, marker)
        where c.marker < head_before;
        v_rejected := v_rejected || v_found;
    end if;
    if cardinality(p_type_command) > 0 then
        select coalesce(array_agg(c.command), '{}') into v_found
        from unnest(p_type_command, p_type, p_type_marker) c(command, type, marker)
        where c.marker < head_before
          and exists (select from event e where e.type = c.type and e.position > c.marker);
        v_rejected := v_rejected || v_found;
    end if;
    if cardinality(p_tag_command) > 0 then
        -- what was decided a moment ago need only be compared with the few types that came since, which mostly are others
        v_first := (select min(m) from unnest(p_tag_marker) m where m >= head_before - 1000);
        v_concerned := array(
            select distinct u.types
            from unnest(p_tag_types) u(types)
            where string_to_array(u.types, E'\x1f') && array(
                select r.type
                from (select e.type from event e where e.position > v_first order by e.position limit 1000) r
                group by r.type));
        select coalesce(array_agg(c.command), '{}') into v_found
        from unnest(p_tag_command, p_tag, p_tag_types, p_tag_marker) c(command, tag, types, marker)
        where c.marker < head_before
          and (v_first is null or c.marker < v_first or c.types = any (v_concerned))
          and exists (select
                      from event_tag t
                      where t.tag = c.tag
                        and t.type = any (string_to_array(c.types, E'\x1f'))
                        and t.position > c.marker);
        v_rejected := v_rejected || v_found;
    end if;
    if cardinality(p_only_command) > 0 then
        select coalesce(array_agg(c.command), '{}') into v_found
        from unnest(p_only_command, p_only_tag, p_only_marker) c(command, tag, marker)
        where c.marker < head_before
          and exists (select from event_tag t where t.tag = c.tag and t.position > c.marker);
        v_rejected := v_rejected || v_found;
    end if;
    if cardinality(p_all_command) > 0 then
        select coalesce(array_agg(c.command), '{}') into v_found
        from unnest(p_all_command, p_all_first, p_all_rest, p_all_types, p_all_marker)
                 c(command, tag, rest, types, marker)
        where c.marker < head_before
          and exists (select
                      from event_tag t
                      where t.tag = c.tag
                        and t.position > c.marker
                        and (c.types is null or t.type = any (string_to_array(c.types, E'\x1f')))
                        and not exists (select
                                        from unnest(string_to_array(c.rest, E'\x1f')) r(tag)
                                        where not exists (select
                                                          from event_tag o
                                                          where o.tag = r.tag
                                                            and o.type = t.type
                                                            and o.position = t.position)));
        v_rejected := v_rejected || v_found;
    end if;

    sealed := '{}';
    if cardinality(p_carried_tag) > 0 then
        select coalesce(array_agg(distinct p_event_command[c.event]), '{}') into sealed
        from unnest(p_carried_event, p_carried_tag) c(event, tag)
        where exists (select from sealed_tag s where s.tag = c.tag);
        v_rejected := v_rejected || sealed;
    end if;

    -- in order, so that what a command depends on is settled before it
    for i in 1 .. cardinality(p_depends) loop
        if not p_on[i] = any (v_rejected) and not p_depends[i] = any (v_rejected) then
            v_rejected := v_rejected || p_depends[i];
        end if;
    end loop;

    if cardinality(v_rejected) = 0 then
        positions := array(select generate_series(head_before + 1, head_before + cardinality(p_event_id)));
    else
        positions := array(select case when e.rejected then 0
                                       else head_before + row_number() over (partition by e.rejected order by e.n) end
                           from (select n, command = any (v_rejected) as rejected
                                 from unnest(p_event_command) with ordinality u(command, n)) e
                           order by e.n);
    end if;

    first_recorded_at := greatest(clock_timestamp(), v_head_time + interval '1 microsecond');
    if cardinality(v_rejected) = 0 then
        v_last := head_before + cardinality(p_event_id);
    else
        v_last := (select coalesce(max(p), 0) from unnest(positions) p);
    end if;
    if v_last <= head_before then
        return;
    end if;

    v_half := (select size / 2 from event_partitioning);
    if (v_last - 1) / v_half > (head_before - 1) / v_half then
        perform ensure_event_partitions(head_before + 1, v_last);
    end if;

    insert into event (position, recorded_at, id, type, version, bytes)
    select a.position, a.recorded_at, a.id, a.type, a.version,
           a.before
           || ('"position":' || a.position
               || to_char(a.recorded_at at time zone interval '0',
                          '",\"recordedAt\":\""YYYY-MM-DD"T"HH24:MI:SS.US"Z\""'))::bytea
           || a.after
    from (select u.position,
                 first_recorded_at + (u.position - head_before - 1) * interval '1 microsecond' as recorded_at,
                 u.id, u.type, u.version, u.before, u.after
          from unnest(positions, p_event_id, p_event_type, p_event_version, p_event_before, p_event_after)
                   u(position, id, type, version, before, after)
          where u.position > 0) a;

    insert into event_tag (tag, type, position)
    select c.tag, c.type, positions[c.event]
    from unnest(p_carried_event, p_carried_tag, p_carried_type) c(event, tag, type)
    where positions[c.event] > 0;
end
$$;
