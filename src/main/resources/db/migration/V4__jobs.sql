-- Jobs: work that one node does, that tells how far it has come, and that survives a restart.

-- ---------------------------------------------------------------------------------------------------------------
-- Imports: what a job recorded is in the log alone; this is for whoever watches a job or mends its file
-- ---------------------------------------------------------------------------------------------------------------

create table import_job (
    id              uuid primary key,
    idempotency_key text collate "C",
    actor           text collate "C" not null,
    run             uuid           not null,
    state           text           not null check (state in ('running', 'done', 'failed', 'interrupted', 'cancelled')),
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
    not_kept        bigint         not null default 0,
    refused_by_code jsonb          not null default '{}',
    blank_lines     bigint         not null default 0,
    position        bigint         not null default 0,
    marked          bigint         not null,
    digest          bytea          not null,
    problem_code    text,
    problem_detail  text,
    problem_line    bigint,
    unique (actor, idempotency_key)
);

comment on table import_job is 'A file of trade entries on its way into the log. The counts are as of seen_at.';
comment on column import_job.actor is 'Who sent the file. A key is the actor''s own.';
comment on column import_job.run is 'Who carries the job out; one that is sent again under its key gets another, so that its first run can write no more.';
comment on column import_job.seen_at is 'When the run last sent a heartbeat. A running job without one for a while is interrupted.';
comment on column import_job.not_kept is 'How many refused lines are only counted, and are not in import_refusal.';
comment on column import_job.refused_by_code is 'How many lines were refused, by the code of the problem type.';
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

-- ---------------------------------------------------------------------------------------------------------------
-- Rebuilds: tables of a projection that are filled beside the live ones (docs/projections.md)
-- ---------------------------------------------------------------------------------------------------------------

create table projection_rebuild (
    id         uuid           primary key,
    projection text           not null,
    generation integer        not null unique,
    version    integer        not null check (version > 0),
    copy       text           collate "C",
    up_to      bigint         check (up_to >= 0),
    state      text           not null check (state in ('filling', 'done', 'ready', 'cancelled', 'failed', 'dropped')),
    phase      text           not null check (phase in ('folding', 'catching-up')),
    position   bigint         not null default 0 check (position >= 0),
    folded     bigint         not null default 0 check (folded >= 0),
    target     bigint         not null default 0 check (target >= 0),
    began_at   timestamptz(6),
    began_from bigint         not null default 0,
    started_at timestamptz(6) not null default clock_timestamp(),
    seen_at    timestamptz(6) not null default clock_timestamp(),
    ended_at   timestamptz(6),
    replaced   integer,
    is_swept   boolean        not null default false,
    problem    text,
    check ((copy is null) = (up_to is null)),
    check (state not in ('ready', 'dropped') or copy is not null),
    check (state <> 'done' or copy is null)
);

create unique index projection_rebuild_is_one_at_a_time on projection_rebuild (projection)
    where copy is null and state = 'filling';
create unique index projection_rebuild_copy on projection_rebuild (projection, copy)
    where copy is not null and state in ('filling', 'ready');
create index projection_rebuild_unswept on projection_rebuild (started_at) where not is_swept;

comment on table projection_rebuild is 'Every time that a projection''s tables were filled anew: to be read instead of those that are, or as a copy of a past prefix.';
comment on column projection_rebuild.generation is 'Of the tables that are filled. Begun again after a crash, a rebuild takes another one.';
comment on column projection_rebuild.copy is 'The name of the copy; null for tables that are to be read instead of those that are.';
comment on column projection_rebuild.up_to is 'The prefix that a copy is of.';
comment on column projection_rebuild.position is 'Its token: the prefix that the tables are of. 0 until the bulk of it is folded; a fold that is broken off before is begun again.';
comment on column projection_rebuild.folded is 'How far the fold was when it was last looked at.';
comment on column projection_rebuild.target is 'How far there was to go then.';
comment on column projection_rebuild.began_at is 'When this run of the fold began, which it did after the position began_from.';
comment on column projection_rebuild.replaced is 'The generation that was read before, and was dropped then.';
comment on column projection_rebuild.is_swept is 'That no tables are left of it, or of what it replaced, that nobody reads.';

-- ---------------------------------------------------------------------------------------------------------------
-- Verifications: the log is compared with itself, with the tree, with what was signed, and with a new fold
-- ---------------------------------------------------------------------------------------------------------------

create table audit_verification (
    id         uuid           primary key,
    state      text           not null check (state in ('running', 'done', 'failed')),
    started_at timestamptz(6) not null,
    seen_at    timestamptz(6) not null,
    report     jsonb          not null
);

create unique index audit_verification_is_one_at_a_time on audit_verification (state) where state = 'running';

comment on table audit_verification is 'Every verification that was asked for, with what it found so far. One that runs says so every second in seen_at.';

-- ---------------------------------------------------------------------------------------------------------------
-- Publishing the log to a Kafka topic: how far it is published is in the topic alone
-- ---------------------------------------------------------------------------------------------------------------

create table kafka_topic (
    topic      text primary key,
    partitions integer,
    owner      uuid,
    held_until timestamptz not null
);

comment on column kafka_topic.partitions is 'How many it had when it was first published to: with another number zones would change their partition. Null before that.';
comment on column kafka_topic.owner is 'The node that publishes, or the last one that did.';
comment on column kafka_topic.held_until is 'Until then no other node takes its place, by the clock of the database.';
