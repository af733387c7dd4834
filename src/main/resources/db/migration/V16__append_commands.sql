-- Appends the events of many commands, all or none of each command's, under one lock and with one wait for the disk.
-- docs/adr/0018-a-batch-in-three-statements.md says why it looks like this. It stands for append_batch, which nodes of
-- the version before still call.
--
-- In the ordinary case it is one look at the log and two inserts. The look finds out
--   where the head is and which types of events have come since p_since: most commands were decided a moment ago, and
--   what came since mostly is of other types than what they depend on, so their criteria need not be looked up;
--   whether one of p_keys is in event_tag: the tags that no event may carry yet, the void mark of the batch, and the
--   sealed mark of each tag that the events carry.
-- Only what that leaves in doubt is looked up, each by its kind.
--
-- p_since is a position that the log has reached, the later the better: it is a hint that costs time where it is wrong.
--
-- Criteria come by kind, a column for each member, for commands that are numbered from 1:
--   any     no event at all after the marker
--   type    none of the type
--   tag     none that carries the tag and is of one of p_types[list], whose types are separated by U+001F
--   only    none that carries the tag
--   absent  the same from the beginning of the log on; the tag is in p_keys too
--   all     none that carries the first tag and the rest, and is of one of the types (of any where null)
-- p_oldest is the smallest marker of the kind "tag". A command is rejected as well if it depends on an earlier one of the
-- batch that is appended (p_depends, p_on, in order).
--
-- p_event_number is 1, 2, 3 … Answers with the head before; when the first event was recorded, each later one a
-- microsecond after the one before it; the place of each event after the head before, 0 where its command is rejected; and
-- the commands that carry a sealed tag.
create function append_commands(
    p_batch uuid, p_since bigint, p_keys text[],
    p_any_command int[], p_any_marker bigint[],
    p_type_command int[], p_type text[], p_type_marker bigint[],
    p_types text[], p_oldest bigint,
    p_tag_command int[], p_tag text[], p_tag_list int[], p_tag_marker bigint[],
    p_only_command int[], p_only_tag text[], p_only_marker bigint[],
    p_absent_command int[], p_absent_tag text[],
    p_all_command int[], p_all_first text[], p_all_rest text[], p_all_types text[], p_all_marker bigint[],
    p_depends int[], p_on int[],
    p_event_command int[], p_event_number int[], p_event_id uuid[], p_event_type text[], p_event_version int[],
    p_event_before bytea[], p_event_after bytea[],
    p_carried_event int[], p_carried_tag text[], p_carried_type text[],
    out head_before bigint,
    out first_recorded_at timestamptz,
    out places int[],
    out sealed int[]
)
    language plpgsql
    volatile
as
$$
declare
    v_head_time timestamptz;
    v_seen      bigint;
    v_concerned int[];
    v_forbidden boolean;
    v_present   text[];
    v_half      bigint;
    v_rejected  int[] := '{}';
    v_found     int[];
    v_last      bigint;
begin
    -- the lock is never null; in a condition it is an expression, where it would be a query of its own else
    if current_setting('transaction_isolation') <> 'read committed'
        or pg_advisory_xact_lock(event_append_lock()) is null then
        raise exception 'append_commands needs read committed, or it would not see what the lock waited for';
    end if;

    select s.head, s.head_time, s.seen,
           array(select l.number::int
                 from unnest(p_types) with ordinality l(types, number)
                 where string_to_array(l.types, E'\x1f') && s.types),
           exists (select from event_tag t where t.tag = any (p_keys)),
           (select size / 2 from event_partitioning)
    into head_before, v_head_time, v_seen, v_concerned, v_forbidden, v_half
    from (select max(r.position) as head, max(r.recorded_at) as head_time, count(*) as seen,
                 array_agg(distinct r.type) filter (where r.position > p_since) as types
          from (select e.position, e.recorded_at, e.type
                from event e
                where e.position >= p_since
                order by e.position
                limit 1000) r) s;
    -- the hint was of no use: there is more than was looked at, or nothing
    if v_seen = 1000 or v_seen = 0 then
        select e.position, e.recorded_at into head_before, v_head_time from event e order by e.position desc limit 1;
        head_before := coalesce(head_before, 0);
        v_concerned := array(select generate_series(1, cardinality(p_types)));
    end if;

    sealed := '{}';
    if v_forbidden then
        v_present := array(select k.key from unnest(p_keys) k(key)
                           where exists (select from event_tag t where t.tag = k.key));
        if E'\x01void:' || p_batch = any (v_present) then
            raise exception 'batch % was given up', p_batch using errcode = 'ZR001';
        end if;
        v_rejected := array(select c.command from unnest(p_absent_command, p_absent_tag) c(command, tag)
                            where c.tag = any (v_present));
        sealed := array(select distinct p_event_command[c.event] from unnest(p_carried_event, p_carried_tag) c(event, tag)
                        where E'\x01sealed:' || c.tag = any (v_present));
        v_rejected := v_rejected || sealed;
    end if;
    if cardinality(v_concerned) > 0 or p_oldest < p_since then
        v_found := array(
            select c.command
            from unnest(p_tag_command, p_tag, p_tag_list, p_tag_marker) c(command, tag, list, marker)
            where (c.marker < p_since or c.list = any (v_concerned))
              and exists (select
                          from event_tag t
                          where t.tag = c.tag
                            and t.type = any (string_to_array(p_types[c.list], E'\x1f'))
                            and t.position > c.marker));
        v_rejected := v_rejected || v_found;
    end if;
    if cardinality(p_any_command) > 0 then
        v_found := array(select c.command from unnest(p_any_command, p_any_marker) c(command, marker)
                         where c.marker < head_before);
        v_rejected := v_rejected || v_found;
    end if;
    if cardinality(p_type_command) > 0 then
        v_found := array(
            select c.command
            from unnest(p_type_command, p_type, p_type_marker) c(command, type, marker)
            where c.marker < head_before
              and exists (select from event e where e.type = c.type and e.position > c.marker));
        v_rejected := v_rejected || v_found;
    end if;
    if cardinality(p_only_command) > 0 then
        v_found := array(
            select c.command
            from unnest(p_only_command, p_only_tag, p_only_marker) c(command, tag, marker)
            where c.marker < head_before
              and exists (select from event_tag t where t.tag = c.tag and t.position > c.marker));
        v_rejected := v_rejected || v_found;
    end if;
    if cardinality(p_all_command) > 0 then
        v_found := array(
            select c.command
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
                                                                and o.position = t.position))));
        v_rejected := v_rejected || v_found;
    end if;

    -- in order, so that what a command depends on is settled before it
    for i in 1 .. cardinality(p_depends) loop
        if not p_on[i] = any (v_rejected) and not p_depends[i] = any (v_rejected) then
            v_rejected := v_rejected || p_depends[i];
        end if;
    end loop;

    first_recorded_at := greatest(clock_timestamp(), v_head_time + interval '1 microsecond');
    places := p_event_number;
    v_last := head_before + cardinality(places);
    if cardinality(v_rejected) > 0 then
        places := array(select case when e.rejected then 0
                                    else row_number() over (partition by e.rejected order by e.number) end
                        from (select u.number, u.command = any (v_rejected) as rejected
                              from unnest(p_event_number, p_event_command) u(number, command)) e
                        order by e.number);
        v_last := head_before + (select coalesce(max(p), 0) from unnest(places) p);
    end if;
    if v_last = head_before then
        return;
    end if;
    if (v_last - 1) / v_half > (head_before - 1) / v_half then
        perform ensure_event_partitions(head_before + 1, v_last);
    end if;

    -- arrays in the list of what is selected are gone through once; in the list of tables each is copied first
    insert into event (position, recorded_at, id, type, version, bytes)
    select a.position, a.recorded_at, a.id, a.type, a.version,
           a.before
           || ('"position":' || a.position
               || to_char(a.recorded_at at time zone interval '0',
                          '",\"recordedAt\":\""YYYY-MM-DD"T"HH24:MI:SS.US"Z\""'))::bytea
           || a.after
    from (select head_before + u.place as position,
                 first_recorded_at + (u.place - 1) * interval '1 microsecond' as recorded_at,
                 u.id, u.type, u.version, u.before, u.after
          from (select unnest(places) as place, unnest(p_event_id) as id, unnest(p_event_type) as type,
                       unnest(p_event_version) as version, unnest(p_event_before) as before,
                       unnest(p_event_after) as after) u
          where u.place > 0) a;

    insert into event_tag (tag, type, position)
    select c.tag, c.type, head_before + places[c.event]
    from (select unnest(p_carried_event) as event, unnest(p_carried_tag) as tag, unnest(p_carried_type) as type) c
    where places[c.event] > 0;
end
$$;
