-- What cursors of lists are sealed with: the same at every node, kept with the ledger.

create table cursor_key (
    key bytea not null check (length(key) = 32)
);
create unique index cursor_key_is_one_row on cursor_key ((true));

comment on table cursor_key is 'Seals what clients are given to go on in lists. A new key makes those cursors void that are on their way.';

-- Two version 4 UUIDs have 244 random bits.
insert into cursor_key (key)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
