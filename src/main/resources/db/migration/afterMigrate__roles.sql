-- The rights of the application's role, if another role owns and migrates the database. The application may add to the
-- log, and may not change it. Its own tables, those of jobs and those that are computed from the log, are in a schema
-- with its name, where it can do everything. It makes nothing in the schema of the log: a function or an operator that
-- it could make there might be called with the rights of the owner. This runs after each migration, because a migration
-- may have made tables; a migration that changes a table of the application names that schema.
do
$$
declare
    v_application constant text := '${application}';
    -- tables with rows that are added and never changed
    v_log         constant text[] := array ['event', 'event_tag', 'event_partitioning', 'sealed_tag', 'void_append',
        'ledger_dataset', 'cursor_key', 'audit_key', 'audit_checkpoint', 'audit_halt'];
    -- tables of the owner that the application changes: functions of the owner change them too, so that no trigger of
    -- the application may be on them
    v_changed     constant text[] := array ['audit_tree', 'audit_tile'];
    v_table       text;
begin
    if v_application in ('-', current_user) then
        return;
    end if;
    perform pg_advisory_xact_lock(7596553794625432578);
    -- what the owner calls is found in the schema of the log, and not in one with the owner's name
    execute format('alter role %I in database %I set search_path = public', current_user, current_database());
    if not exists (select from pg_namespace where nspname = v_application) then
        execute format('create schema %I authorization %I', v_application, v_application);
    end if;
    execute format('grant create on database %I to %I', current_database(), v_application);
    execute format('revoke create on schema public from public, %I', v_application);
    execute format('grant usage on schema public to %I', v_application);
    foreach v_table in array v_log loop
        execute format('grant select, insert on public.%I to %I', v_table, v_application);
    end loop;
    foreach v_table in array v_changed loop
        execute format('grant select, insert, update, delete on public.%I to %I', v_table, v_application);
    end loop;
    execute format('grant select, update on public.log_clock to %I', v_application);
    for v_table in
        select c.relname
        from pg_class c
        where c.relnamespace = 'public'::regnamespace
          and c.relkind in ('r', 'S')
          and c.relowner = (select r.oid from pg_roles r where r.rolname = current_user)
          and not c.relispartition
          and c.relname <> all (v_log)
          and c.relname <> all (v_changed)
          and c.relname not in ('log_clock', 'flyway_schema_history')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
        order by 1
    loop
        execute format('alter table public.%I set schema %I', v_table, v_application);
        execute format('alter table %I.%I owner to %I', v_application, v_table, v_application);
    end loop;
end
$$;
