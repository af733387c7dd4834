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
