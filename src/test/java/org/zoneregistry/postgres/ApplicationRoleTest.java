package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.trade.write.TradeRequests;

/** The application appends to the log and can do nothing else to it, with any statement. */
@QuarkusTest
class ApplicationRoleTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    Pool pool;

    @Test
    void adds_to_the_log() {
        assertThat(TradeRequests.zone()).isNotEmpty();
        assertThat(ask("select current_user::text")).isEqualTo("registry_app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set type = 'another'",
                "update event_0 set type = 'another'",
                "delete from event where position = 1",
                "delete from event_0",
                "truncate event",
                "truncate event_0",
                "drop table event",
                "drop table event_0",
                "alter table event detach partition event_0",
                "alter table event disable trigger all",
                "drop trigger event_is_halted on event",
                "create trigger mine before insert on event execute function refuse_append()",
                "alter table event add column more text",
                "create or replace function public.refuse_append() returns trigger language sql as 'select null'",
                "update event_tag set tag = 'another'",
                "delete from event_tag",
                "truncate event_tag",
                "alter table sealed_tag disable trigger mark_in_event_tag",
                "delete from sealed_tag",
                "delete from void_append",
                "update event_partitioning set size = 2",
                "update audit_checkpoint set root = root",
                "delete from audit_checkpoint",
                "delete from audit_key",
                "delete from audit_halt",
                "update ledger_dataset set dataset = 'illustrative'",
                "delete from cursor_key",
                "select resume_log()",
                "select give_up_lost_events()",
                "create function public.mine() returns int language sql as 'select 1'",
                "create operator public.|| (leftarg = text, rightarg = integer, function = mine)",
                "create table public.mine ()",
                "create type public.mine as enum ()",
                "create trigger mine before update on audit_tree execute function refuse_append()",
                "create trigger mine before delete on audit_tile execute function refuse_append()",
                "create rule mine as on update to audit_tree do instead nothing",
                "alter table audit_tree add column more text",
                "alter role registry in database registry reset search_path",
                "alter database registry set search_path = registry_app",
                "alter function ensure_event_partitions(bigint, bigint) owner to registry_app",
                "drop schema public cascade",
                "set role registry",
                "set session_replication_role = replica",
                "alter role registry_app superuser",
                "alter system set fsync = off",
                "select pg_read_file('/etc/passwd')",
                "copy event_tag to program 'true'"
            })
    void is_refused(String statement) {
        assertThatThrownBy(() -> ask(statement))
                .isInstanceOfSatisfying(
                        PgException.class,
                        refused -> assertThat(refused.getSqlState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    /** What the owner calls can be nothing that the application has made. */
    @Test
    void makes_nothing_where_its_owner_looks() {
        assertThat(ask("select setconfig::text from pg_db_role_setting where setrole = 'registry'::regrole"))
                .isEqualTo("{search_path=public}");
        assertThat(ask("select count(*) from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relowner = 'registry_app'::regrole"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
                        + " and coalesce(array_to_string(proconfig, ''), '') <> 'search_path=pg_catalog, pg_temp'"))
                .isEqualTo("0");
        assertThat(ask("select to_regclass('trade_entry')::text")).isEqualTo("trade_entry");
    }

    @Test
    void can_put_nothing_before_the_log() {
        ask("create view registry_app.event as select 1 as position");
        try {
            assertThat(ask("select ('event'::regclass = 'public.event'::regclass)::text"))
                    .isEqualTo("true");
        } finally {
            ask("drop view registry_app.event");
        }
    }

    private String ask(String statement) {
        var rows = pool.query(statement).executeAndAwait();
        return rows.size() == 0 ? "" : String.valueOf(rows.iterator().next().getValue(0));
    }
}
