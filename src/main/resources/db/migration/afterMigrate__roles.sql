-- The rights of the application's role, if another role owns and migrates the database. The application may add to the
-- log, and may not change it. It owns all other tables: those of jobs, and those that are computed from the log. This
-- runs after each migration, because a migration may have made tables.
do
$$
declare
    v_application constant text := '${application}';
    -- tables with rows that are added and never changed
    v_log         constant text[] := array ['event', 'event_tag', 'event_partitioning', 'sealed_tag', 'void_append',
        'ledger_dataset', 'cursor_key', 'audit_key', 'audit_checkpoint', 'audit_halt'];
    v_table       text;
begin
    if v_application in ('-', current_user) then
        return;
    end if;
    perform pg_advisory_xact_lock(7596553794625432578);
    execute format('grant create on database %I to %I', current_database(), v_application);
    execute format('grant usage, create on schema public to %I', v_application);
    foreach v_table in array v_log loop
        execute format('grant select, insert on %I to %I', v_table, v_application);
    end loop;
    execute format('grant select, update on log_clock to %I', v_application);
    for v_table in
        select c.oid::regclass
        from pg_class c
        where c.relnamespace = 'public'::regnamespace
          and c.relkind in ('r', 'S')
          and c.relowner = (select r.oid from pg_roles r where r.rolname = current_user)
          and not c.relispartition
          and c.relname <> all (v_log || array ['log_clock', 'flyway_schema_history'])
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
        order by 1
    loop
        execute format('alter table %s owner to %I', v_table, v_application);
    end loop;
end
$$;
