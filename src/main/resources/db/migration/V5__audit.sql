-- The Merkle tree over the log, and its signed checkpoints. docs/adr/0100 to 0102 give the reasons.

-- ---------------------------------------------------------------------------------------------------------------
-- The tree: it can be computed again from the log at any time
-- ---------------------------------------------------------------------------------------------------------------

create table audit_tree (
    size bigint not null check (size >= 0)
);
insert into audit_tree (size) values (0);
create unique index audit_tree_is_one_row on audit_tree ((true));

comment on table audit_tree is
    'How many events are leaves of the tree. A node needs the row''s lock to add leaves and to sign.';

create table audit_tile (
    level  smallint not null,
    index  bigint   not null,
    hashes bytea    not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (level, index)
);
-- hashes can't be compressed
alter table audit_tile alter column hashes set storage external;

comment on table audit_tile is
    'The tree''s nodes, 256 in a tile (C2SP tlog-tiles). A full tile never changes; the last tile of a level grows.';

-- ---------------------------------------------------------------------------------------------------------------
-- Signed checkpoints: kept for ever
-- ---------------------------------------------------------------------------------------------------------------

create table audit_key (
    verifier text           not null primary key,
    since    timestamptz(6) not null default clock_timestamp()
);

comment on table audit_key is 'Every key of signed checkpoints, in the form of a verifier key.';

create table audit_checkpoint (
    size      bigint         not null check (size > 0),
    verifier  text           not null references audit_key (verifier),
    root      bytea          not null check (length(root) = 32),
    note      text           not null,
    issued_at timestamptz(6) not null,
    lost_at   timestamptz(6),
    primary key (size, verifier, root)
);

create unique index audit_checkpoint_issued on audit_checkpoint (issued_at);

comment on table audit_checkpoint is
    'Every signed checkpoint. Rows are never deleted, and only lost_at is ever changed.';
comment on column audit_checkpoint.root is
    'Of one size and key there is one root, unless two histories were signed: then the log is halted, and both stay.';
comment on column audit_checkpoint.lost_at is
    'When the operator gave up events of it that the log has lost. It stays listed; nothing more is signed under its '
    'origin.';

-- ---------------------------------------------------------------------------------------------------------------
-- A log that contradicts a signed checkpoint, or lacks events that a node has seen
-- ---------------------------------------------------------------------------------------------------------------

create table audit_halt (
    found_at        timestamptz(6) not null default clock_timestamp(),
    checkpoint_size bigint,
    signed_root     bytea,
    found_root      bytea,
    seen_position   bigint,
    seen_id         uuid,
    common_position bigint,
    log_size        bigint         not null,
    check ((checkpoint_size is null) = (signed_root is null)),
    check (checkpoint_size is not null or seen_position is not null),
    check ((seen_position is null) = (common_position is null))
);
create unique index audit_halt_is_one_row on audit_halt ((true));

comment on table audit_halt is
    'The first contradiction and the first loss that were found in the log. Meanwhile nothing is appended or signed.';
comment on column audit_halt.found_root is
    'The root of the current log at the size of the checkpoint; null if the log is shorter.';
comment on column audit_halt.seen_position is 'The position of an event that a node has seen and the log has lost.';
comment on column audit_halt.seen_id is 'The identifier of that event.';
comment on column audit_halt.common_position is
    'Up to here the log has what that node has seen. It may have more of it.';

create function refuse_append() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the log contradicts what was signed or seen of it' using errcode = 'ZR002';
end
$$;

-- While it is disabled, it costs an append nothing.
create trigger event_is_halted before insert on event for each statement execute function refuse_append();
alter table event disable trigger event_is_halted;

-- Stops appends on all nodes, permanently: the log contradicts a checkpoint. It runs as the owner of the log: the
-- application may stop the log, and may not resume it.
create function halt_log(p_checkpoint_size bigint, p_signed_root bytea, p_found_root bytea, p_log_size bigint)
    returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as
$$
begin
    insert into public.audit_halt as audit_halt (checkpoint_size, signed_root, found_root, log_size)
    values (p_checkpoint_size, p_signed_root, p_found_root, p_log_size)
    on conflict ((true)) do update
    set checkpoint_size = excluded.checkpoint_size, signed_root = excluded.signed_root, found_root = excluded.found_root
    where audit_halt.checkpoint_size is null;
    alter table public.event enable trigger event_is_halted;
end
$$;

-- The same: the log has lost an event that a node has seen.
create function halt_lost_log(p_seen_position bigint, p_seen_id uuid, p_common_position bigint, p_log_size bigint)
    returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as
$$
begin
    insert into public.audit_halt as audit_halt (seen_position, seen_id, common_position, log_size)
    values (p_seen_position, p_seen_id, p_common_position, p_log_size)
    on conflict ((true)) do update
    set seen_position = coalesce(audit_halt.seen_position, excluded.seen_position),
        seen_id = case when audit_halt.seen_position is null then excluded.seen_id else audit_halt.seen_id end,
        common_position = least(audit_halt.common_position, excluded.common_position);
    alter table public.event enable trigger event_is_halted;
end
$$;

-- For the operator, after the log agrees again with the signed checkpoints and has the seen events: docs/operations.md.
create function resume_log() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
begin
    delete from public.audit_halt;
    delete from public.audit_tile;
    update public.audit_tree set size = 0;
    alter table public.event disable trigger event_is_halted;
end
$$;

-- For the operator of a halted log, if lost events can't be recovered: docs/operations.md and docs/adr/0160. Gives up
-- the checkpoints of more events than the log has, and those from the first one on that was found to differ. Returns
-- the number of checkpoints that are no longer binding. Later checkpoints need a key with another origin.
create function give_up_lost_events() returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
declare
    v_lost bigint;
begin
    update public.audit_checkpoint
    set lost_at = clock_timestamp()
    where lost_at is null
      and (size > coalesce((select e.position from public.event e order by e.position desc limit 1), 0)
           or size >= (select least(h.checkpoint_size, h.seen_position) from public.audit_halt h));
    get diagnostics v_lost = row_count;
    perform public.resume_log();
    return v_lost;
end
$$;
