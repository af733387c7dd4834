-- The read side: how far each projection has come, and the registry in both times. docs/projections.md says how the
-- tables are filled. They can be emptied; then they are filled again from the log.

-- A trusted extension: the role needs only the right to create in this database, which the owner has.
create extension if not exists btree_gist;

-- ---------------------------------------------------------------------------------------------------------------
-- Tokens
-- ---------------------------------------------------------------------------------------------------------------

create table projection (
    name       text           primary key,
    generation integer        not null,
    version    integer        not null check (version > 0),
    position   bigint         not null default 0 check (position >= 0),
    applied_at timestamptz(6) not null default clock_timestamp()
);

comment on table projection is
    'The token of each projection: the last position in its live tables, written in the same transaction as the '
    'tables.';
comment on column projection.generation is
    'The generation of the live tables. Live tables are on the search path; other generations have their own schemas, '
    'generation_<number>.';
comment on column projection.version is
    'The version of the fold that filled the tables. A fold of another version does not change them.';

create sequence projection_generation as integer start with 2;

-- ---------------------------------------------------------------------------------------------------------------
-- Statements about zones
-- ---------------------------------------------------------------------------------------------------------------

create table zone_fact (
    position             bigint         primary key,
    fact                 uuid           not null,
    statement            text           not null check (statement in ('recorded', 'amended', 'withdrawn')),
    event                uuid           not null,
    type                 text           not null,
    data                 jsonb          not null,
    zones                text[]         collate "C" not null,
    effective_on         date,
    effective_not_before date,
    recorded_at          timestamptz(6) not null,
    actor                text,
    role                 text,
    reason               text,
    source               text,
    correlation_id       text,
    trace_id             text,
    check ((statement = 'withdrawn') = (effective_on is null)),
    check ((effective_on is null) = (effective_not_before is null))
);

create index zone_fact_fact on zone_fact (fact, position);
create index zone_fact_zones on zone_fact using gin (zones);

comment on table zone_fact is 'Every event that records, amends or withdraws a fact about zones.';
comment on column zone_fact.position is 'The position of the event.';
comment on column zone_fact.fact is 'The id of the event that recorded the fact.';
comment on column zone_fact.zones is
    'Every zone whose timeline the event touches, including those that the fact touched before.';
comment on column zone_fact.correlation_id is 'Connects all events that one request caused.';
comment on column zone_fact.trace_id is 'The id of the trace of the request, if there was one.';
comment on column zone_fact.effective_on is
    'The latest day on which the fact, with its content after the event, can have become true.';

-- ---------------------------------------------------------------------------------------------------------------
-- The states of zones in both times
-- ---------------------------------------------------------------------------------------------------------------

create table zone_state (
    id                     bigint    generated always as identity primary key,
    zone                   text      collate "C" not null,
    valid                  daterange not null check (not isempty(valid)),
    known                  int8range not null check (not isempty(known)),
    name_en                text      not null,
    name_zh                text,
    type                   text      not null,
    status                 text      not null,
    province               text      not null,
    region                 text      not null,
    customs_district       text,
    area_km2               numeric,
    facilities             text[]    not null,
    predecessors           text[]    not null,
    successor              text,
    established_on         date      not null,
    established_not_before date      not null,
    effective_on           date      not null,
    effective_not_before   date      not null,
    constraint zone_state_is_one_at_any_pair_of_times
        exclude using gist (zone with =, valid with &&, known with &&)
);

create index zone_state_at on zone_state using gist (valid, known);

comment on table zone_state is
    'The state of a zone on the days of valid, as known to the prefixes of the log whose lengths are in known.';
