-- What an import keeps of the lines that it refuses is bounded, the rest is counted; and it can be cancelled.

alter table import_job
    drop constraint import_job_state_check,
    add constraint import_job_state_check
        check (state in ('running', 'done', 'failed', 'interrupted', 'cancelled')),
    add column blank_lines     bigint not null default 0,
    add column not_kept        bigint not null default 0,
    add column refused_by_code jsonb  not null default '{}';

comment on column import_job.not_kept is 'How many refused lines are counted alone, and are not in import_refusal.';
comment on column import_job.refused_by_code is 'How many lines were refused, by the code of the problem type.';
