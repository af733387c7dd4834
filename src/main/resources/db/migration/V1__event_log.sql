-- The event log: one total order of events, their tags, and what the engine needs to append to it safely.
-- docs/guarantees.md says what it promises; docs/adr/0001 to 0009 say why it looks like this.

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

comment on table event is 'The log. Positions are 1, 2, 3 … in commit order; recorded_at increases strictly with them. Rows are never changed or deleted.';
comment on column event.bytes is 'RFC 8785 canonical JSON in UTF-8, with everything that is known about the event; what is hashed.';

create table event_partitioning (
    size bigint not null check (size >= 2)
);
insert into event_partitioning (size) values (10000000);
create unique index event_partitioning_is_one_row on event_partitioning ((true));

comment on table event_partitioning is 'How many positions one partition of event covers. Never changed once there are events.';

create table event_tag (
    tag      text collate "C" not null,
    type     text collate "C" not null,
    position bigint           not null,
    primary key (tag, type, position)
);

comment on table event_tag is 'The tags of every event, so that what carries a tag (and is of a type) is a short range of the primary key.';

create table sealed_tag (
    tag       text collate "C" primary key,
    outcome   bytea          not null,
    sealed_at timestamptz(6) not null default clock_timestamp()
);

comment on table sealed_tag is 'Tags that no event carries and none may carry any more, with what was decided instead.';

create table void_append (
    batch     uuid primary key,
    voided_at timestamptz(6) not null default clock_timestamp()
);

comment on table void_append is 'Batches whose connection was lost and that had not been appended when that was looked up; if one arrives late, it is refused.';

create table token_entry (
    processor  text    not null,
    segment    integer not null,
    mask       integer not null,
    token      jsonb,
    owner      text,
    claimed_at timestamptz(6),
    primary key (processor, segment)
);

comment on table token_entry is 'How far each segment of each event processor has come, and which node claims it.';

create table token_store_identity (
    id uuid not null default gen_random_uuid()
);
insert into token_store_identity default values;
create unique index token_store_identity_is_one_row on token_store_identity ((true));

-- ---------------------------------------------------------------------------------------------------------------
-- Partitions: made here, by the append that crosses the middle of the last one
-- ---------------------------------------------------------------------------------------------------------------

-- Sees to it that positions up to p_last have a partition, and that there is one to spare. Not CREATE … PARTITION OF,
-- which locks out every reader: ATTACH lets readers and writers go on.
create function ensure_event_partitions(p_first bigint, p_last bigint) returns void
    language plpgsql as
$$
declare
    v_size bigint := (select size from event_partitioning);
    v_name text;
begin
    for k in (greatest(p_first, 1) - 1) / v_size .. (greatest(p_last, 1) - 1) / v_size + 1 loop
        v_name := 'event_' || k;
        continue when to_regclass(v_name) is not null;
        begin
            execute format('create table %I (like event including all)', v_name);
            execute format('create unique index on %I (id)', v_name);
            execute format('alter table event attach partition %I for values from (%s) to (%s)',
                           v_name, k * v_size + 1, (k + 1) * v_size + 1);
        exception when lock_not_available then
            -- the one to spare can wait for the next time; one that is needed now can't
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

-- One key for the whole log: who holds it is the only one who appends, seals, or settles a lost append.
create function event_append_lock() returns bigint
    language sql immutable parallel safe as
$$ select 7596553794625432577 $$;

-- Appends a batch of commands, each with its own condition; a command that fails its condition drops out alone.
--
-- Commands are numbered from 1, events from 1, in the order in which they are to be appended, those of one command
-- together. Conditions come as the criteria of commands, by kind; types of one criterion are joined with U+001F:
--   any    nothing at all may have been appended after the marker
--   type   nothing of the type
--   tag    nothing with the tag and one of the types
--   only   nothing with the tag
--   all    nothing with the first tag and all the rest (joined with U+001F) and one of the types, if given
-- A pair (depends, on) says that an event of the earlier command `on` matches the condition of `depends`; the caller
-- finds those, because what precedes in the batch can't be seen in the log yet. Pairs are sorted by `depends`.
--
-- Every statement below sees what was committed before it began, the lock included, because the function is volatile
-- and the isolation level is read committed; hence the guard.
create function append_events(
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
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    set lock_timeout = '5s'
as
$$
declare
    v_head_time timestamptz;
    v_rejected  int[] := '{}';
    v_found     int[];
    v_last      bigint;
    v_half      bigint;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'append_events needs read committed, or it would not see what the lock waited for';
    end if;
    perform pg_advisory_xact_lock(event_append_lock());
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
        select coalesce(array_agg(c.command), '{}') into v_found
        from unnest(p_tag_command, p_tag, p_tag_types, p_tag_marker) c(command, tag, types, marker)
        where c.marker < head_before
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
    v_last := (select max(p) from unnest(positions) p);
    if coalesce(v_last, 0) = 0 then
        return;
    end if;

    v_half := (select size / 2 from event_partitioning);
    if (v_last - 1) / v_half > (head_before - 1) / v_half then
        perform ensure_event_partitions(head_before + 1, v_last);
    end if;

    insert into event (position, recorded_at, id, type, version, bytes)
    select a.position, a.recorded_at, a.id, a.type, a.version,
           a.before
           || convert_to('"position":' || a.position || ',"recordedAt":"'
                         || to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"', 'UTF8')
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

    perform pg_notify('event_appended', v_last::text);
end
$$;

-- Settles a batch whose connection was lost: answers what of it was appended. Where nothing was, the batch is void, and
-- can't be appended later by a statement that was still on its way. The lock waits for one that is just committing.
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

-- Sees to it that no event will ever carry the tag, unless one does already, or it was sealed before.
-- Exactly one of: carried_by is not null (not sealed); fresh (sealed now with this outcome); neither (sealed before,
-- with the outcome answered).
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

-- Everything that matches each of several criteria (of the kinds of append_events, numbered by the caller) after a
-- position of its own, in no particular order; and one row with criterion 0 whose position is the head. All from one
-- snapshot: the function is stable, so its statements see what the calling statement sees.
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
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as
$$
begin
    return query select 0, coalesce((select e.position from event e order by e.position desc limit 1), 0), null::bytea;
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

-- The last position with recorded_at <= p_at, by bisection, since both grow together; no row for the empty prefix.
-- Where p_at is not before the head's time, an append may be on its way that began before p_at: the lock waits for it.
create function event_prefix_at(p_at timestamptz)
    returns table (last_position bigint, last_recorded_at timestamptz)
    language plpgsql
    volatile
    set lock_timeout = '5s'
as
$$
declare
    v_low       bigint := 0; -- recorded at or before p_at, or none
    v_high      bigint;      -- recorded after p_at
    v_middle    bigint;
    v_head_time timestamptz;
    v_time      timestamptz;
begin
    select e.position, e.recorded_at into v_high, v_head_time from event e order by e.position desc limit 1;
    if v_high is null or v_head_time <= p_at then
        perform pg_advisory_xact_lock_shared(event_append_lock());
        select e.position, e.recorded_at into v_high, v_head_time from event e order by e.position desc limit 1;
        if v_high is null then
            return;
        end if;
        if v_head_time <= p_at then
            return query select v_high, v_head_time;
            return;
        end if;
    end if;
    while v_high - v_low > 1 loop
        v_middle := (v_low + v_high) / 2;
        v_time := (select e.recorded_at from event e where e.position = v_middle);
        if v_time <= p_at then
            v_low := v_middle;
        else
            v_high := v_middle;
        end if;
    end loop;
    return query select e.position, e.recorded_at from event e where e.position = v_low;
end
$$;

-- The first p_limit positions in (p_after, p_up_to] whose event carries all the tags and is of one of the types (of
-- any, where there are none). Merges one short range for each type, so that a page costs what it shows, however long
-- the tag's history is.
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
