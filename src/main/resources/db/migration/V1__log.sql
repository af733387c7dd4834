-- The event log: one total order of events, their tags, and what the engine needs to append to it safely.
-- docs/guarantees.md has its guarantees; docs/adr/0001 to 0009 have the reasons for its form.

-- Append-only tables are vacuumed after fixed numbers of new rows, and rows are frozen at the first vacuum. So an
-- anti-wraparound vacuum finds nothing to do, however large a table is.

-- ---------------------------------------------------------------------------------------------------------------
-- Tables
-- ---------------------------------------------------------------------------------------------------------------

create table event (
    position    bigint         not null,
    recorded_at timestamptz(6) not null,
    id          uuid           not null,
    type        text collate "C" not null,
    version     integer        not null,
    bytes       bytea          not null,
    primary key (position)
) partition by range (position);

create index event_type_position on event (type, position);

comment on table event is
    'The log. Positions are 1, 2, 3 … in commit order, and recorded_at increases strictly with them. Rows are never '
    'changed or deleted.';
comment on column event.bytes is
    'RFC 8785 canonical JSON in UTF-8, with everything that is known about the event. These bytes are hashed.';

create table event_partitioning (
    size bigint not null check (size >= 2)
);
insert into event_partitioning (size) values (10000000);
create unique index event_partitioning_is_one_row on event_partitioning ((true));

comment on table event_partitioning is
    'How many positions one partition of event covers. Never changed after the first event.';

create table event_tag (
    tag      text collate "C" not null,
    type     text collate "C" not null,
    position bigint           not null,
    primary key (tag, type, position)
) with (autovacuum_freeze_min_age = 0, autovacuum_vacuum_insert_scale_factor = 0,
        autovacuum_vacuum_insert_threshold = 1000000, autovacuum_analyze_scale_factor = 0.02);

comment on table event_tag is
    'The tags of every event. The events with a tag (and a type) are a short range of the primary key. Also has the '
    'markers that forbid an append.';

create table sealed_tag (
    tag       text collate "C" primary key,
    outcome   bytea          not null,
    sealed_at timestamptz(6) not null default clock_timestamp()
);

comment on table sealed_tag is
    'Tags that no event has and none may have any more, each with the outcome that was decided instead.';

create table void_append (
    batch     uuid primary key,
    voided_at timestamptz(6) not null default clock_timestamp()
);

comment on table void_append is
    'Batches whose connection was lost and that had not been appended when this was checked. If one arrives late, it '
    'is refused.';

-- Markers: keys that no tag can have, because tags have no control characters, at a position that no event can have. So
-- queries for tags or positions never find them.
--   U+0001 sealed:<tag>   the tag is in sealed_tag
--   U+0001 void:<batch>   the batch is in void_append
-- Arguments: the word of the marker, and the column with its value. docs/adr/0016-one-look-up.md gives the reason.
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

create trigger mark_in_event_tag after insert on sealed_tag
    for each row execute function mark_in_event_tag('sealed', 'tag');
create trigger mark_in_event_tag after insert on void_append
    for each row execute function mark_in_event_tag('void', 'batch');

create table log_clock (
    reached timestamptz(6) not null
);
insert into log_clock (reached) values ('-infinity');
create unique index log_clock_is_one_row on log_clock ((true));

comment on table log_clock is
    'No event is recorded at or before this time any more, whatever the clock says: the prefix of the log at this '
    'time was returned as final.';

-- ---------------------------------------------------------------------------------------------------------------
-- Partitions: the append that crosses the middle of the last one makes the next
-- ---------------------------------------------------------------------------------------------------------------

-- Makes sure that positions up to p_last have a partition, and that there is a spare one. CREATE … PARTITION OF would
-- lock out every reader; ATTACH does not block readers and writers. It runs as the owner of the log, because the
-- application may not make or attach partitions. So it finds nothing by the search path that others can make.
create function ensure_event_partitions(p_first bigint, p_last bigint) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    v_size bigint := (select size from public.event_partitioning);
    v_name text;
begin
    for k in (greatest(p_first, 1) - 1) / v_size .. (greatest(p_last, 1) - 1) / v_size + 1 loop
        v_name := 'event_' || k;
        continue when to_regclass('public.' || v_name) is not null;
        begin
            execute format('create table public.%I (like public.event including all) with ('
                           'autovacuum_freeze_min_age = 0,'
                           ' autovacuum_vacuum_insert_scale_factor = 0,'
                           ' autovacuum_vacuum_insert_threshold = 500000)', v_name);
            execute format('create unique index on public.%I (id)', v_name);
            execute format('alter table public.event attach partition public.%I for values from (%s) to (%s)',
                           v_name, k * v_size + 1, (k + 1) * v_size + 1);
        exception when lock_not_available then
            -- the spare partition can be made later; one that is needed now can't
            if k * v_size + 1 <= p_last then
                raise;
            end if;
        end;
    end loop;
end
$$;

select ensure_event_partitions(1, 1);

-- ---------------------------------------------------------------------------------------------------------------
-- Appending
-- ---------------------------------------------------------------------------------------------------------------

-- One lock for the whole log: only its holder appends, seals, or settles a lost append.
create function event_append_lock() returns bigint
    language sql immutable parallel safe as
$$ select 7596553794625432577 $$;

-- Three functions append. All of them assign positions and times under the append lock, and see everything that was
-- committed before they got it: they are volatile and run in read committed, which each of them checks.
--
-- All of them check that the log still has an event that the caller has seen (p_seen, p_seen_id; 0 for none). If it is
-- missing, the database went back to an earlier state, or has another history: nothing is appended, error ZR003. See
-- docs/adr/0170-a-database-that-goes-back.md.
--
-- The recorded time of an event is later than that of the event before it, and later than log_clock, whatever the clock
-- says.

-- Appends one event at a position, for a caller that knows the head directly before it. Appends nothing if one of the
-- p_forbidding keys is in event_tag: the tags that no event may have yet, the void marker of the batch, and the sealed
-- marker of each tag of the event. docs/adr/0016-one-look-up.md gives the reason.
--
-- Returns the recorded time. Returns null if it did nothing and append_event has to find the reason; this includes the
-- case that p_seen_id is not directly before p_position. Fails with a unique violation if the head is further than the
-- caller knew. Only append_event makes partitions.
--
-- The caller computes as much as possible in advance, because each expression is prepared again in each transaction.
--
-- p_before ends with "recordedAt": and p_after begins after its value.
create function append_at_head(
    p_position bigint, p_seen_id uuid, p_not_before timestamptz,
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
    -- the lock is never null; a call in the condition avoids a separate query
    if current_setting('transaction_isolation') <> 'read committed'
        or pg_advisory_xact_lock(event_append_lock()) is null then
        raise exception 'append_at_head needs read committed, or it would not see what the lock waited for';
    end if;
    v_recorded_at := greatest(clock_timestamp(), p_not_before,
                              (select c.reached + interval '1 microsecond' from log_clock c));
    insert into event (position, recorded_at, id, type, version, bytes)
    select p_position, v_recorded_at, p_id, p_type, p_version,
           p_before
           || to_char(v_recorded_at at time zone interval '0', '\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\"')::bytea
           || p_after
    where not exists (select from event_tag t where t.tag = any (p_forbidding))
      and (p_position = 1 or exists (select from event e where e.position = p_position - 1 and e.id = p_seen_id));
    if not found then
        return null;
    end if;
    insert into event_tag (tag, type, position) select unnest(p_carried), p_type, p_position;
    return v_recorded_at;
end
$$;

-- Appends one event under criteria with one tag each, with or without types (joined with U+001F), in a few short
-- statements. Returns position 0 if the event was rejected. A caller of append_at_head calls this function instead at
-- each 1,024th position, to check whether a partition is due. Partitions are made half a partition ahead, so this is
-- early enough. docs/adr/0013-short-appends.md and 0019-fewer-steps.md give the reasons.
create function append_event(
    p_batch uuid, p_seen bigint, p_seen_id uuid,
    p_tag text[], p_tag_types text[], p_tag_marker bigint[],
    p_id uuid, p_type text, p_version int, p_before bytea, p_after bytea,
    p_carried text[],
    out event_position bigint,
    out event_recorded_at timestamptz,
    out sealed boolean
)
    language plpgsql
    volatile
as
$$
declare
    v_head      bigint;
    v_head_time timestamptz;
    v_size      bigint;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'append_event needs read committed, or it would not see what the lock waited for';
    end if;
    perform pg_advisory_xact_lock(event_append_lock());
    if exists (select from void_append v where v.batch = p_batch) then
        raise exception 'batch % was given up', p_batch using errcode = 'ZR001';
    end if;

    if p_seen > 0 and not exists (select from event e where e.position = p_seen and e.id = p_seen_id) then
        raise exception 'the log has no event % at position %', p_seen_id, p_seen using errcode = 'ZR003';
    end if;

    select e.position, e.recorded_at into v_head, v_head_time from event e order by e.position desc limit 1;
    v_head := coalesce(v_head, 0);
    event_position := 0;
    event_recorded_at := greatest(clock_timestamp(), v_head_time + interval '1 microsecond',
                                  (select c.reached + interval '1 microsecond' from log_clock c));
    sealed := exists (select from sealed_tag s where s.tag = any (p_carried));
    if sealed then
        return;
    end if;
    for i in 1 .. cardinality(p_tag) loop
        continue when p_tag_marker[i] >= v_head;
        if p_tag_types[i] is null then
            if exists (select from event_tag t where t.tag = p_tag[i] and t.position > p_tag_marker[i]) then
                return;
            end if;
        elsif exists (select
                      from event_tag t
                      where t.tag = p_tag[i]
                        and t.type = any (string_to_array(p_tag_types[i], E'\x1f'))
                        and t.position > p_tag_marker[i]) then
            return;
        end if;
    end loop;

    event_position := v_head + 1;
    if event_position % 64 = 0 then
        v_size := (select size from event_partitioning);
        if event_position % greatest(v_size / 2, 1) < 1024 then
            perform ensure_event_partitions(event_position, event_position);
        end if;
    end if;

    insert into event (position, recorded_at, id, type, version, bytes)
    values (event_position, event_recorded_at, p_id, p_type, p_version,
            p_before
            || convert_to('"position":' || event_position || ',"recordedAt":"'
                          || to_char(event_recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                          || '"', 'UTF8')
            || p_after);
    insert into event_tag (tag, type, position) select c.tag, p_type, event_position from unnest(p_carried) c(tag);
end
$$;

-- Appends the events of many commands, all or none of each command's, under one lock and with one wait for the disk.
-- docs/adr/0018-a-batch-in-three-statements.md gives the reasons.
--
-- Usually this takes one query and two inserts. The query finds
--   the head, and the types of the events after p_since: most commands were decided a moment ago on other types, so
--   most criteria need no further look-up;
--   whether one of p_keys is in event_tag: the tags that no event may have yet, the void marker of the batch, and the
--   sealed marker of each tag of the events.
-- Only the remaining criteria are looked up, by kind.
--
-- p_since is a position that the log has reached, the later the better. It is a hint; a wrong one costs time.
--
-- Criteria come by kind, a column for each member, for commands that are numbered from 1:
--   any     no event at all after the marker
--   type    none of the type
--   tag     none with the tag and with one of p_types[list], whose types are separated by U+001F
--   only    none with the tag
--   absent  the same from the beginning of the log on; the tag is in p_keys too
--   all     none with the first tag and the rest, and with one of the types (any type if null)
-- p_oldest is the smallest marker of the kind "tag". A command is also rejected if it depends on an earlier command of
-- the batch that is appended (p_depends, p_on, in order).
--
-- p_event_number is 1, 2, 3 … Returns the head before the batch; the recorded time of the first event (each later event
-- is a microsecond after the one before it); the place of each event after the head, 0 if its command is rejected; and
-- the commands with a sealed tag.
create function append_commands(
    p_batch uuid, p_seen bigint, p_seen_id uuid, p_since bigint, p_keys text[],
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
    v_looked_at bigint;
    v_is_known  boolean;
    v_reached   timestamptz;
    v_concerned int[];
    v_forbidden boolean;
    v_present   text[];
    v_half      bigint;
    v_rejected  int[] := '{}';
    v_found     int[];
    v_last      bigint;
begin
    -- the lock is never null; a call in the condition avoids a separate query
    if current_setting('transaction_isolation') <> 'read committed'
        or pg_advisory_xact_lock(event_append_lock()) is null then
        raise exception 'append_commands needs read committed, or it would not see what the lock waited for';
    end if;

    select s.head, s.head_time, s.seen,
           array(select l.number::int
                 from unnest(p_types) with ordinality l(types, number)
                 where string_to_array(l.types, E'\x1f') && s.types),
           exists (select from event_tag t where t.tag = any (p_keys)),
           (select size / 2 from event_partitioning),
           p_seen = 0 or exists (select from event e where e.position = p_seen and e.id = p_seen_id),
           (select c.reached from log_clock c)
    into head_before, v_head_time, v_looked_at, v_concerned, v_forbidden, v_half, v_is_known, v_reached
    from (select max(r.position) as head, max(r.recorded_at) as head_time, count(*) as seen,
                 array_agg(distinct r.type) filter (where r.position > p_since) as types
          from (select e.position, e.recorded_at, e.type
                from event e
                where e.position >= p_since
                order by e.position
                limit 1000) r) s;
    if not v_is_known then
        raise exception 'the log has no event % at position %', p_seen_id, p_seen using errcode = 'ZR003';
    end if;
    -- the hint was wrong: there are more events than were read, or none
    if v_looked_at = 1000 or v_looked_at = 0 then
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
        sealed := array(select distinct p_event_command[c.event]
                        from unnest(p_carried_event, p_carried_tag) c(event, tag)
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

    -- in order, so that a command's dependencies are decided before it
    for i in 1 .. cardinality(p_depends) loop
        if not p_on[i] = any (v_rejected) and not p_depends[i] = any (v_rejected) then
            v_rejected := v_rejected || p_depends[i];
        end if;
    end loop;

    first_recorded_at := greatest(clock_timestamp(), v_head_time + interval '1 microsecond',
                                  v_reached + interval '1 microsecond');
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

    -- unnest in the select list reads each array once; in the from clause it would copy each array first
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

-- Settles a batch whose connection was lost: returns its appended events. If there are none, the batch becomes void,
-- and a delayed statement can't append it later. The lock waits for a statement that is just committing.
create function resolve_append(p_batch uuid, p_ids uuid[])
    returns table (event_id uuid, event_position bigint, event_recorded_at timestamptz)
    language plpgsql
    volatile
    set enable_seqscan = off
    set lock_timeout = '5s'
as
$$
begin
    perform pg_advisory_xact_lock(event_append_lock());
    return query select e.id, e.position, e.recorded_at from event e where e.id = any (p_ids);
    if not found then
        insert into void_append (batch) values (p_batch) on conflict do nothing;
    end if;
end
$$;

-- Makes sure that no event will ever have the tag, unless one has it already, or it was sealed before.
-- Exactly one of: carried_by is not null (not sealed); fresh (sealed now with this outcome); neither (sealed before,
-- with the returned outcome).
create function seal_tag(p_tag text, p_outcome bytea, out carried_by bigint, out fresh boolean, out outcome bytea)
    language plpgsql
    volatile
    set enable_seqscan = off
    set lock_timeout = '5s'
as
$$
begin
    perform pg_advisory_xact_lock(event_append_lock());
    fresh := false;
    carried_by := (select t.position from event_tag t where t.tag = p_tag limit 1);
    if carried_by is not null then
        return;
    end if;
    insert into sealed_tag (tag, outcome) values (p_tag, p_outcome) on conflict do nothing;
    fresh := found;
    outcome := (select s.outcome from sealed_tag s where s.tag = p_tag);
end
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Reading
-- ---------------------------------------------------------------------------------------------------------------

-- All events that match each of several criteria (of the kinds of append_commands, numbered by the caller), each after
-- its own position, in any order; and one row with criterion 0: the head's position and the bytes of its identifier (0
-- and null if the log is empty). All come from one snapshot: the function is stable, so its statements see what the
-- calling statement sees.
create function source_events(
    p_any int[], p_any_after bigint[],
    p_type_criterion int[], p_type text[], p_type_after bigint[],
    p_tag_criterion int[], p_tag text[], p_tag_types text[], p_tag_after bigint[],
    p_only_criterion int[], p_only_tag text[], p_only_after bigint[],
    p_all_criterion int[], p_all_first text[], p_all_rest text[], p_all_types text[], p_all_after bigint[]
)
    returns table (criterion int, event_position bigint, event_bytes bytea)
    language plpgsql
    stable
as
$$
begin
    return query select 0, coalesce(h.position, 0), uuid_send(h.id)
                 from (values (1)) one
                          left join lateral (select e.position, e.id
                                             from event e
                                             order by e.position desc
                                             limit 1) h on true;
    if cardinality(p_any) > 0 then
        return query
            select c.n, e.position, e.bytes
            from unnest(p_any, p_any_after) c(n, after)
                     join event e on e.position > c.after;
    end if;
    if cardinality(p_type_criterion) > 0 then
        return query
            select c.n, e.position, e.bytes
            from unnest(p_type_criterion, p_type, p_type_after) c(n, type, after)
                     join event e on e.type = c.type and e.position > c.after;
    end if;
    if cardinality(p_tag_criterion) > 0 then
        return query
            select c.n, e.position, e.bytes
            from unnest(p_tag_criterion, p_tag, p_tag_types, p_tag_after) c(n, tag, types, after)
                     join event_tag t
                          on t.tag = c.tag
                              and t.type = any (string_to_array(c.types, E'\x1f'))
                              and t.position > c.after
                     join event e on e.position = t.position;
    end if;
    if cardinality(p_only_criterion) > 0 then
        return query
            select c.n, e.position, e.bytes
            from unnest(p_only_criterion, p_only_tag, p_only_after) c(n, tag, after)
                     join event_tag t on t.tag = c.tag and t.position > c.after
                     join event e on e.position = t.position;
    end if;
    if cardinality(p_all_criterion) > 0 then
        return query
            select c.n, e.position, e.bytes
            from unnest(p_all_criterion, p_all_first, p_all_rest, p_all_types, p_all_after)
                     c(n, tag, rest, types, after)
                     join event_tag t
                          on t.tag = c.tag
                              and t.position > c.after
                              and (c.types is null or t.type = any (string_to_array(c.types, E'\x1f')))
                     join event e on e.position = t.position
            where not exists (select
                              from unnest(string_to_array(c.rest, E'\x1f')) r(tag)
                              where not exists (select
                                                from event_tag o
                                                where o.tag = r.tag
                                                  and o.type = t.type
                                                  and o.position = t.position));
    end if;
end
$$;

-- The last position with recorded_at <= p_at, by bisection, because both grow together; position 0 for the empty
-- prefix.
--
--   is_final    no more events can be recorded at or before p_at. Without a later event, log_clock guarantees this for
--               times that are at least a second ago, even if the clock is set back.
--   is_future   p_at is after the clock and after the head
--
-- If p_at is not before the head's time, an append that began before p_at may still run: the lock waits for it.
create function event_prefix_at(
    p_at timestamptz,
    out last_position bigint,
    out last_recorded_at timestamptz,
    out last_id uuid,
    out is_final boolean,
    out is_future boolean
)
    language plpgsql
    volatile
    set lock_timeout = '5s'
as
$$
declare
    v_low    bigint := 0; -- recorded at or before p_at, or none
    v_high   bigint;      -- recorded after p_at
    v_middle bigint;
    v_now    timestamptz;
begin
    is_final := true;
    is_future := false;
    select e.position, e.recorded_at, e.id into last_position, last_recorded_at, last_id
    from event e order by e.position desc limit 1;
    if last_position is null or last_recorded_at <= p_at then
        perform pg_advisory_xact_lock_shared(event_append_lock());
        select e.position, e.recorded_at, e.id into last_position, last_recorded_at, last_id
        from event e order by e.position desc limit 1;
    end if;
    if last_position is null or last_recorded_at <= p_at then
        v_now := clock_timestamp();
        is_future := p_at > greatest(v_now, last_recorded_at);
        is_final := p_at <= greatest(last_recorded_at, (select c.reached from log_clock c));
        if not is_final and p_at <= v_now - interval '1 second' then
            update log_clock c set reached = v_now where c.reached < v_now;
            is_final := true;
        end if;
        last_position := coalesce(last_position, 0);
        return;
    end if;
    v_high := last_position;
    while v_high - v_low > 1 loop
        v_middle := (v_low + v_high) / 2;
        if (select e.recorded_at from event e where e.position = v_middle) <= p_at then
            v_low := v_middle;
        else
            v_high := v_middle;
        end if;
    end loop;
    select e.position, e.recorded_at, e.id into last_position, last_recorded_at, last_id
    from event e where e.position = v_low;
    last_position := coalesce(last_position, 0);
end
$$;

-- The prefixes of the log at whole seconds after position p_after, at most p_limit: one for each second at which the
-- prefix was different from the second before. Seconds in which more events can still be recorded are left out.
create function event_prefixes_at_seconds(p_after bigint, p_limit bigint)
    returns table (last_position bigint, last_recorded_at timestamptz, last_id uuid)
    language plpgsql
    volatile
as
$$
declare
    v_found    record;
    v_recorded timestamptz;
begin
    last_position := p_after;
    for i in 1..p_limit loop
        select e.recorded_at into v_recorded from event e where e.position > last_position order by e.position limit 1;
        exit when not found;
        select * into v_found from event_prefix_at(date_trunc('second', v_recorded + interval '0.999999 s'));
        exit when not v_found.is_final;
        last_position := v_found.last_position;
        last_recorded_at := v_found.last_recorded_at;
        last_id := v_found.last_id;
        return next;
    end loop;
end
$$;

-- The first p_limit positions in (p_after, p_up_to] whose event has all the tags and one of the types (any type if none
-- is given). Merges one short range for each type, so that the cost depends on the size of the page, not on the length
-- of the tag's history.
create function event_positions_tagged(
    p_after bigint, p_up_to bigint, p_limit bigint, p_tags text[], p_types text[]
)
    returns setof bigint
    language sql
    stable
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as
$$
with recursive carried(type) as (
    select (select t.type from event_tag t where t.tag = p_tags[1] order by t.type limit 1)
    union all
    select (select t.type from event_tag t where t.tag = p_tags[1] and t.type > c.type order by t.type limit 1)
    from carried c
    where c.type is not null
)
select m.position
from carried c
         cross join lateral (
    select t.position
    from event_tag t
    where t.tag = p_tags[1]
      and t.type = c.type
      and t.position > p_after
      and t.position <= p_up_to
      and not exists (select
                      from unnest(p_tags[2:]) r(tag)
                      where not exists (select
                                        from event_tag o
                                        where o.tag = r.tag and o.type = t.type and o.position = t.position))
    order by t.position
    limit p_limit) m
where c.type is not null
  and (cardinality(p_types) = 0 or c.type = any (p_types))
order by m.position
limit p_limit
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- The ledger as a whole
-- ---------------------------------------------------------------------------------------------------------------

create table ledger_dataset (
    dataset text not null check (dataset in ('reference', 'illustrative'))
);
create unique index ledger_dataset_is_one_row on ledger_dataset ((true));

comment on table ledger_dataset is
    'The choice of the first start (registry.dataset): real entries and generated ones never share a log. Never '
    'changed.';

create table cursor_key (
    key bytea not null check (length(key) = 32)
);
create unique index cursor_key_is_one_row on cursor_key ((true));

comment on table cursor_key is
    'Seals the cursors of lists, the same on every node. A new key makes all cursors invalid that clients still have.';

-- Two version 4 UUIDs have 244 random bits.
insert into cursor_key (key)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
