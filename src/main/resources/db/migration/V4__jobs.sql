-- Jobs: work that one node does, with progress, that survives a restart.

-- ---------------------------------------------------------------------------------------------------------------
-- Imports: progress and refused lines of jobs; the recorded entries are only in the log
-- ---------------------------------------------------------------------------------------------------------------

create table import_job (
    id              uuid primary key,
    idempotency_key text collate "C" unique,
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
    problem_line    bigint
);

comment on table import_job is 'The import of a file of trade entries. The counts are as of seen_at.';
comment on column import_job.run is
    'The run that carries the job out. If the file is sent again under its key, the job gets a new run, and the first '
    'run can write no more.';
comment on column import_job.seen_at is
    'The last heartbeat of the run. A running job without a heartbeat for a while is interrupted.';
comment on column import_job.not_kept is 'How many refused lines are only counted, and are not in import_refusal.';
comment on column import_job.refused_by_code is 'How many lines were refused, by the code of the problem type.';
comment on column import_job.marked is
    'How many bytes of the uncompressed file had been read at seen_at; for a job that is done, all.';
comment on column import_job.digest is
    'SHA-256 of the media type and of those bytes. A file with another digest is another file, and may not have the '
    'same key.';

create table import_refusal (
    job     uuid   not null references import_job (id),
    line    bigint not null,
    code    text   not null,
    detail  text   not null,
    fields  text[] not null,
    primary key (job, line)
);

comment on table import_refusal is
    'A refused line: the code of its problem type, and its fields in the order of the job''s columns.';

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

comment on table projection_rebuild is
    'Every rebuild of a projection''s tables, to replace the live tables, or as a copy of a past prefix.';
comment on column projection_rebuild.generation is
    'The generation of the tables that are filled. A rebuild that restarts after a crash takes a new one.';
comment on column projection_rebuild.copy is 'The name of the copy; null for a rebuild of the live tables.';
comment on column projection_rebuild.up_to is 'The prefix of the copy.';
comment on column projection_rebuild.position is
    'Its token: the prefix in the tables. 0 until the bulk fold is complete; an interrupted bulk fold starts again.';
comment on column projection_rebuild.folded is 'The progress of the fold at the last heartbeat.';
comment on column projection_rebuild.target is 'The target of the fold at that time.';
comment on column projection_rebuild.began_at is 'When this run of the fold began, after the position began_from.';
comment on column projection_rebuild.replaced is 'The generation that was live before, and was dropped after the swap.';
comment on column projection_rebuild.is_swept is
    'That no unused tables are left, neither of this rebuild nor of the generation that it replaced.';

-- ---------------------------------------------------------------------------------------------------------------
-- Verifications: the log is compared with itself, the tree, the signed checkpoints, and a new fold
-- ---------------------------------------------------------------------------------------------------------------

create table audit_verification (
    id         uuid           primary key,
    state      text           not null check (state in ('running', 'done', 'failed')),
    started_at timestamptz(6) not null,
    seen_at    timestamptz(6) not null,
    report     jsonb          not null
);

create unique index audit_verification_is_one_at_a_time on audit_verification (state) where state = 'running';

comment on table audit_verification is
    'Every verification, with its findings so far. A running one updates seen_at every second.';

-- ---------------------------------------------------------------------------------------------------------------
-- Publishing the log to a Kafka topic: the progress is only in the topic
-- ---------------------------------------------------------------------------------------------------------------

create table kafka_topic (
    topic      text primary key,
    partitions integer,
    owner      uuid,
    held_until timestamptz not null
);

comment on column kafka_topic.partitions is
    'The number of partitions when publishing began. With another number, zones would change their partition. Null '
    'before that.';
comment on column kafka_topic.owner is 'The node that publishes, or the last one that did.';
comment on column kafka_topic.held_until is
    'The end of the lease, by the clock of the database. No other node publishes before it.';
