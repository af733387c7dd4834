-- Bulk imports: the jobs, and the lines that they refused. What a job recorded is in the log alone; everything here is
-- for whoever watches a job or mends its file.

create table import_job (
    id              uuid primary key,
    idempotency_key text collate "C" unique,
    run             uuid           not null,
    state           text           not null check (state in ('running', 'done', 'failed', 'interrupted')),
    media_type      text           not null,
    columns         text[]         not null,
    content_length  bigint,
    started_at      timestamptz(6) not null,
    seen_at         timestamptz(6) not null default clock_timestamp(),
    ended_at        timestamptz(6),
    bytes_read      bigint         not null default 0,
    lines_read      bigint         not null default 0,
    recorded        bigint         not null default 0,
    already_there   bigint         not null default 0,
    refused         bigint         not null default 0,
    position        bigint         not null default 0,
    marked          bigint         not null,
    digest          bytea          not null,
    problem_code    text,
    problem_detail  text,
    problem_line    bigint
);

comment on table import_job is 'A file of trade entries on its way into the log. The counts are as of seen_at.';
comment on column import_job.run is 'Who carries the job out; one that is sent again under its key gets another, so that its first run can write no more.';
comment on column import_job.seen_at is 'When the run last gave a sign of life. A running job without one for a while is interrupted.';
comment on column import_job.marked is 'How many bytes of the file, without compression, had been read at seen_at; of a job that is done, all.';
comment on column import_job.digest is 'SHA-256 of the media type and of those bytes. A file that differs there is another one, and may not have the same key.';

create table import_refusal (
    job     uuid   not null references import_job (id),
    line    bigint not null,
    code    text   not null,
    detail  text   not null,
    fields  text[] not null,
    primary key (job, line)
);

comment on table import_refusal is 'A line that was refused: the code of its problem type, and its fields in the order of the job''s columns.';
