-- A log that was put back to an earlier time has lost events that checkpoints were given out over. docs/adr/0160 says how it
-- can go on without pretending that they never were.

alter table audit_checkpoint add column lost_at timestamptz(6);

comment on table audit_checkpoint is 'Every checkpoint that was ever given out. Rows are never deleted, and never changed but in lost_at.';
comment on column audit_checkpoint.lost_at is 'When the operator gave up the events of it that the log has no more. It stays listed; no more is signed under its origin.';

-- For the operator of a halted log, when what was lost can't be got back: docs/operations.md. Answers with how many checkpoints
-- can't be kept. What is signed afterwards needs a key of another origin.
create function give_up_lost_events() returns bigint
    language plpgsql as
$$
declare
    v_lost bigint;
begin
    update audit_checkpoint
    set lost_at = clock_timestamp()
    where lost_at is null and size > coalesce((select e.position from event e order by e.position desc limit 1), 0);
    get diagnostics v_lost = row_count;
    perform resume_log();
    return v_lost;
end
$$;
