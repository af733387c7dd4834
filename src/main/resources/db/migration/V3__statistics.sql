-- The projection statistics: trade entries, published figures and enterprises in recorded time, and the sums of the
-- entries. ADR 60 gives the reasons for the form of the sums. The tables can be emptied; then they are filled again
-- from the log.

-- ---------------------------------------------------------------------------------------------------------------
-- Entries
-- ---------------------------------------------------------------------------------------------------------------

create table trade_entry (
    position      bigint   primary key,
    known_to      bigint   check (known_to > position),
    known         int8range not null generated always as (int8range(position, known_to)) virtual,
    fen           bigint   not null check (fen > 0),
    year          smallint not null,
    month         smallint not null check (month between 0 and 12),
    entry         text     collate "C" not null,
    zone          text     collate "C" not null,
    direction     text     collate "C" not null check (direction in ('import', 'export', 'total')),
    business_form text     collate "C" not null,
    hs_chapter    text     collate "C",
    enterprise    text     collate "C",
    partner       text     collate "C"
) with (parallel_workers = 0);

-- Without parallel workers: queries are many and short, and starting a worker takes longer than it saves.
create index trade_entry_versions on trade_entry (entry, position);
create index trade_entry_ended on trade_entry (known_to) where known_to is not null;
create index trade_entry_list on trade_entry (zone, year, month, entry);

comment on table trade_entry is
    'The versions of each entry: one for each time that it was recorded or corrected. An entry without a version in a '
    'prefix was withdrawn in it, or not recorded yet.';
comment on column trade_entry.position is 'The position of the event with this version: the first prefix that has it.';
comment on column trade_entry.known_to is
    'The position of the event that ended this version: the first prefix that does not have it.';
comment on column trade_entry.month is '1 to 12; 0 for an entry of the whole year.';

-- ---------------------------------------------------------------------------------------------------------------
-- Sums of entries
-- ---------------------------------------------------------------------------------------------------------------

create type trade_dimension as enum ('zone', 'business-form', 'hs-chapter', 'enterprise', 'partner');

create table trade_block (
    block integer primary key check (block >= 0)
);

comment on table trade_block is
    'The blocks of positions whose entries are in the sums. Sums with a further dimension get the entries of a group '
    'of blocks with its last block.';

create table trade_sum (
    cell               bigint          generated always as identity primary key,
    since              integer         not null,
    year               smallint        not null,
    part               smallint        not null check (part between -1 and 12),
    dimension          trade_dimension not null,
    import_entries     integer         not null check (import_entries >= 0),
    export_entries     integer         not null check (export_entries >= 0),
    undirected_entries integer         not null check (undirected_entries >= 0),
    import_parts       smallint        not null,
    export_parts       smallint        not null,
    undirected_parts   smallint        not null,
    zone               text            collate "C" not null,
    item               text            collate "C" not null,
    imports            numeric         not null check (imports >= 0),
    exports            numeric         not null check (exports >= 0),
    undirected         numeric         not null check (undirected >= 0),
    constraint trade_sum_is_one_of_each_cell unique (dimension, year, part, zone, item)
) with (fillfactor = 80, parallel_workers = 0);

comment on table trade_sum is
    'The sums of entries, in fen, at the end of the last block or group of blocks, cell by cell: by zone, by one '
    'further dimension or none, and by part of a year.';
comment on column trade_sum.since is 'The last block that changed the cell.';
comment on column trade_sum.part is
    '1 to 12: the month. 0: only the entries of the whole year. -1: all entries of the year.';
comment on column trade_sum.import_parts is
    'If the part is -1: the parts of the year with entries, as bits: bit 0 for the whole year, 1 to 12 for the months. '
    'Otherwise 0.';
comment on column trade_sum.dimension is 'The dimension of the item; zone if there is no further dimension.';
comment on column trade_sum.item is
    'The value of the dimension; empty if the entries do not have one, and if the dimension is zone.';

create table trade_sum_past (
    cell               bigint   not null,
    since              integer  not null,
    import_entries     integer  not null,
    export_entries     integer  not null,
    undirected_entries integer  not null,
    import_parts       smallint not null,
    export_parts       smallint not null,
    undirected_parts   smallint not null,
    imports            numeric  not null,
    exports            numeric  not null,
    undirected         numeric  not null,
    primary key (cell, since)
);

comment on table trade_sum_past is
    'Earlier sums of a cell of trade_sum: valid from the end of the block since, until another block changed the '
    'cell.';

-- ---------------------------------------------------------------------------------------------------------------
-- Published figures and enterprises
-- ---------------------------------------------------------------------------------------------------------------

create table published_aggregate (
    position      bigint         primary key,
    known_to      bigint         check (known_to > position),
    known         int8range      not null generated always as (int8range(position, known_to)) virtual,
    revision      integer        not null check (revision > 0),
    subject       text           collate "C" not null,
    territory     text           collate "C" not null,
    year          smallint       not null,
    month         smallint       not null check (month between 0 and 12),
    business_form text           collate "C" not null,
    total         bigint         not null check (total > 0),
    imports       bigint         check (imports > 0),
    exports       bigint         check (exports > 0),
    source        text           not null,
    recorded_at   timestamptz(6) not null,
    actor         text,
    unique (subject, territory, year, month, business_form, revision)
);

comment on table published_aggregate is
    'Every figure that an authority published, in fen. A later one with the same key is a revision.';
comment on column published_aggregate.business_form is 'Empty for all forms of business.';
comment on column published_aggregate.month is '1 to 12; 0 for the whole year.';

create table enterprise (
    position             bigint    primary key,
    known_to             bigint    check (known_to > position),
    known                int8range not null generated always as (int8range(position, known_to)) virtual,
    enterprise           text      collate "C" not null,
    name                 text      not null,
    zone                 text      collate "C" not null,
    industry             text      not null,
    is_leading           boolean   not null,
    effective_on         date      not null,
    effective_not_before date      not null
);

create index enterprise_registered on enterprise (enterprise, position);
create index enterprise_zone on enterprise (zone);

comment on table enterprise is 'Every registration of an enterprise. A later one with the same id replaces it.';
