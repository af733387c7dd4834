-- Jobs that compare what is stored with itself, with the tree, with what was signed, and with a new fold of the log.

create table audit_verification (
    id         uuid           primary key,
    state      text           not null check (state in ('running', 'done', 'failed')),
    started_at timestamptz(6) not null,
    seen_at    timestamptz(6) not null,
    report     jsonb          not null
);

create unique index audit_verification_is_one_at_a_time on audit_verification (state) where state = 'running';

comment on table audit_verification is 'Every verification that was asked for, with what it found so far. One that runs says so every second in seen_at.';
