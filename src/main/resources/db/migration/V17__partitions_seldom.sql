-- The same as before, but that it may be asked at each 1,024th position only whether a partition is due, where it was each
-- 64th: the caller who appends at the head by append_at_head takes that turn by this function, and what is seldom called is
-- slow. A partition is made half a partition ahead, so there is time. docs/adr/0019-fewer-steps.md says what it brought.
create or replace function append_event(
    p_batch uuid,
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

    select e.position, e.recorded_at into v_head, v_head_time from event e order by e.position desc limit 1;
    v_head := coalesce(v_head, 0);
    event_position := 0;
    event_recorded_at := greatest(clock_timestamp(), v_head_time + interval '1 microsecond');
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
                          || to_char(event_recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"', 'UTF8')
            || p_after);
    insert into event_tag (tag, type, position) select c.tag, p_type, event_position from unnest(p_carried) c(tag);
end
$$;
