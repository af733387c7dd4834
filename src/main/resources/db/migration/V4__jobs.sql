-- Jobs: work that one node does, with progress, that survives a restart.

create table job (
    id             uuid           primary key,
    kind           text           not null,
    owner          text           collate "C",
    subject        text           collate "C",
    address        text,
    state          text           not null default 'running'
                   check (state in ('running', 'done', 'failed', 'interrupted', 'cancelled')),
    resumes        boolean        not null,
    is_cancellable boolean        not null,
    run            uuid,
    attempt        integer        not null,
    started_at     timestamptz(6) not null default clock_timestamp(),
    taken_at       timestamptz(6) not null default clock_timestamp(),
    taken_from     bigint         not null default 0,
    seen_at        timestamptz(6) not null default clock_timestamp(),
    held_until     timestamptz(6) not null,
    ended_at       timestamptz(6),
    done           bigint         not null default 0,
    total          bigint,
    problem        text,
    report         jsonb          not null default '{}'
);

create unique index job_is_one_at_a_time on job (kind, subject, coalesce(owner, '')) where state = 'running';
create unique index job_of_an_idempotency_key on job (owner, subject) where kind = 'import';
create index job_of_a_kind on job (kind, id);

comment on table job is 'Every job that was asked for. Of a kind, an owner and a subject one is running.';
comment on column job.owner is 'The actor who sent the file of an import. Other jobs have no owner.';
comment on column job.subject is
    'What it is about: a projection, a topic. Of an import its idempotency key: a key of an owner belongs to one file '
    'for ever.';
comment on column job.address is 'Where the kind shows it.';
comment on column job.state is
    'A job that runs, but is held by nobody, waits for a node if it can go on; else it is interrupted.';
comment on column job.resumes is 'Whether another node goes on with it when its node is lost.';
comment on column job.run is
    'Who carries it out, or did last. Taken by another node it gets another, so that its first run can write no more.';
comment on column job.attempt is 'How often it was taken.';
comment on column job.taken_from is 'What was done when this run began, for the rate.';
comment on column job.seen_at is 'When its run last sent a heartbeat. The counts and the report are of this moment.';
comment on column job.held_until is 'Until then no other node takes it, by the clock of the database.';
comment on column job.done is 'How far it has come: bytes of an import, else positions of the log.';
comment on column job.problem is 'Why it has failed or was interrupted.';
comment on column job.report is 'What else its kind has to say.';

-- ---------------------------------------------------------------------------------------------------------------
-- Imports: progress and refused lines of jobs; the recorded entries are only in the log
-- ---------------------------------------------------------------------------------------------------------------

create table import_refusal (
    job     uuid   not null references job (id),
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
    job        uuid    primary key references job (id),
    projection text    not null,
    generation integer not null unique,
    version    integer not null check (version > 0),
    copy       text    collate "C",
    up_to      bigint  check (up_to >= 0),
    position   bigint  not null default 0 check (position >= 0),
    replaced   integer,
    dropped_at timestamptz(6),
    is_swept   boolean not null default false,
    check ((copy is null) = (up_to is null)),
    check (dropped_at is null or copy is not null)
);

create index projection_rebuild_unswept on projection_rebuild (job) where not is_swept;

comment on table projection_rebuild is
    'Each time the tables of a projection were filled anew: to replace the live tables, or as a copy of a past prefix.';
comment on column projection_rebuild.generation is
    'The generation of the tables that are filled. A rebuild that starts again after a crash takes a new one.';
comment on column projection_rebuild.copy is
    'The name of the copy. Null for a rebuild that replaces the live tables.';
comment on column projection_rebuild.up_to is 'The prefix that the copy shows.';
comment on column projection_rebuild.position is
    'The prefix that the tables show. 0 until the bulk is folded; a fold that stops before then starts from nothing.';
comment on column projection_rebuild.replaced is 'The generation that was live before. It was dropped.';
comment on column projection_rebuild.dropped_at is 'When the copy was dropped, on request.';
comment on column projection_rebuild.is_swept is
    'Whether all unused tables of the rebuild, and of the generation that it replaced, are dropped.';

-- ---------------------------------------------------------------------------------------------------------------
-- Publishing the log to a Kafka topic: the progress is only in the topic
-- ---------------------------------------------------------------------------------------------------------------

create table kafka_topic (
    topic      text    primary key,
    partitions integer not null
);

comment on column kafka_topic.partitions is
    'How many partitions the topic had at the first publication. With another number, zones would change partition.';
