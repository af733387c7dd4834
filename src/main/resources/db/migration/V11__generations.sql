-- Generations of projections' tables: filled beside those that are read, then swapped in; or kept as of a past prefix.
-- docs/projections.md says how, docs/adr/0140 and 0141 why.

-- One set of tables of each projection is read, on the search path as ever; its token says which generation it is, and which
-- version of the fold filled it.
alter table projection
    drop constraint projection_pkey,
    add primary key (name),
    add column version integer not null default 1 check (version > 0);
alter table projection alter column version drop default;

comment on table projection is 'The token of each projection: the last position that the tables that are read reflect, written in the same transaction as they are.';
comment on column projection.generation is 'Which generation of the tables is read. Its tables are where they always are; all others are in schemas of their own, generation_<number>.';
comment on column projection.version is 'The version of the fold that filled the tables. One with another version leaves them alone.';

create sequence projection_generation as integer start with 2;

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
