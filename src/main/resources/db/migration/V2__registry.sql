-- The read side: how far each projection has come, and the registry in both times. docs/projections.md says how it is
-- filled; everything here can be emptied and is then filled again from the log.

-- A trusted extension: the role needs only the right to create in this database, as its owner has.
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

comment on table projection is 'The token of each projection: the last position that its live tables reflect, written in the same transaction as they are.';
comment on column projection.generation is 'Which generation of the tables is live. Live tables are on the search path; all others are in schemas of their own, generation_<number>.';
comment on column projection.version is 'The version of the fold that filled the tables. A fold of another version leaves them alone.';

create sequence projection_generation as integer start with 2;

-- ---------------------------------------------------------------------------------------------------------------
-- What was stated about zones
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

comment on table zone_fact is 'Every event that records, amends or withdraws a fact about zones, by the fact that it is about.';
comment on column zone_fact.position is 'Of the event.';
comment on column zone_fact.fact is 'The id of the event that recorded the fact.';
comment on column zone_fact.zones is 'Every zone whose timeline the event touches, those that the fact touched before included.';
comment on column zone_fact.correlation_id is 'Ties together what one request caused.';
comment on column zone_fact.trace_id is 'Of the trace that the request belonged to, where there was one.';
comment on column zone_fact.effective_on is 'The latest day on which the fact, as it reads from here on, can have become true.';

-- ---------------------------------------------------------------------------------------------------------------
-- What the zones were, by the world's time and by the registry's
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

comment on table zone_state is 'A zone is what the row says on the days of valid, as the log''s prefixes of the lengths in known tell it.';
