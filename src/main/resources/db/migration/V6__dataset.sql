-- Which data set the ledger is of: real entries and generated ones never share a log.

create table ledger_dataset (
    dataset text not null check (dataset in ('reference', 'illustrative'))
);
create unique index ledger_dataset_is_one_row on ledger_dataset ((true));

comment on table ledger_dataset is 'What the first start chose (registry.dataset). Never changed.';

-- There was no other data set before there was a choice.
insert into ledger_dataset (dataset)
select 'reference'
where exists (select from event);
