-- The same as before, in two statements less that have to be planned for each call: the lock is taken in an expression, and the tags
-- aren't gathered in a table first.
create or replace function append_next(
    p_batch uuid,
    p_head bigint, p_head_time timestamptz,
    p_absent text[],
    p_id uuid, p_type text, p_version int, p_before bytea, p_after bytea,
    p_carried text[]
)
    returns timestamptz
    language plpgsql
    volatile
as
$$
declare
    v_position    bigint := p_head + 1;
    v_recorded_at timestamptz;
    v_size        bigint;
    v_locked      text;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'append_next needs read committed, or it would not see what the lock waited for';
    end if;
    v_locked := pg_advisory_xact_lock(event_append_lock())::text;
    if exists (select from event_tag t where t.tag = any (p_absent))
        or exists (select from sealed_tag s where s.tag = any (p_carried))
        or exists (select from void_append v where v.batch = p_batch) then
        return null;
    end if;
    -- now and then is often enough, since a partition is made half a partition ahead
    if v_position % 64 = 0 then
        v_size := (select size from event_partitioning);
        if v_position % greatest(v_size / 2, 1) < 64 then
            perform ensure_event_partitions(v_position, v_position);
        end if;
    end if;

    v_recorded_at := greatest(clock_timestamp(), p_head_time + interval '1 microsecond');
    insert into event (position, recorded_at, id, type, version, bytes)
    values (v_position, v_recorded_at, p_id, p_type, p_version,
            p_before
            || convert_to('"position":' || v_position || ',"recordedAt":"'
                          || to_char(v_recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"', 'UTF8')
            || p_after);
    insert into event_tag (tag, type, position) select unnest(p_carried), p_type, v_position;
    return v_recorded_at;
end
$$;
