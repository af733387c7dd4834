package org.zoneregistry.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.verification.Finding.Kind;
import org.zoneregistry.audit.verification.Verification.State;
import org.zoneregistry.testing.NeedsServer;

/** A fault during a verification is no finding. */
@NeedsServer
class VerificationThroughFaultsTest {

    private static final String CUT = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'";

    private final StoredRegistry registry = new StoredRegistry();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void connections_that_are_cut_are_no_findings() throws Exception {
        try (var cutter = Executors.newSingleThreadScheduledExecutor()) {
            var cuts = new AtomicInteger();
            var cutting = cutter.scheduleWithFixedDelay(
                    () -> {
                        if (cuts.incrementAndGet() <= 12) {
                            registry.execute(CUT);
                        }
                    },
                    0,
                    50,
                    TimeUnit.MILLISECONDS);

            Verification verification = registry.verify();

            cutting.cancel(false);
            assertThat(cuts.get()).isPositive();
            assertThat(verification.problem()).isNull();
            assertThat(verification.findings()).isEmpty();
            assertThat(verification.isWhole()).isTrue();
        }
    }

    @Test
    void a_tree_that_is_computed_anew_meanwhile_is_no_finding() {
        registry.execute("create table kept as select * from audit_tile");
        try (var keeper = Executors.newSingleThreadExecutor()) {
            var goesOn = new AtomicBoolean(true);
            keeper.execute(() -> {
                while (goesOn.get()) {
                    registry.execute("delete from audit_tile; update audit_tree set size = 0");
                    registry.execute("insert into audit_tile select * from kept; update audit_tree set size = "
                            + StoredRegistry.SIZE);
                }
            });
            for (int run = 0; run < 8; run++) {
                assertThat(registry.verify().findings()).isEmpty();
            }
            goesOn.set(false);
        }
    }

    @Test
    void tables_of_another_version_of_the_fold_are_not_compared() {
        registry.execute("update projection set version = version + 1 where name = 'statistics'");

        Verification verification = registry.verify();

        assertThat(verification.state()).isEqualTo(State.FAILED);
        assertThat(verification.isWhole()).isNull();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.problem()).contains("statistics", "version 2", "version 1");
    }

    @Test
    void an_event_that_cannot_be_folded_hides_no_finding() {
        registry.execute("update event set bytes = convert_to(regexp_replace(convert_from(bytes, 'UTF8'),"
                + " '\"direction\":\"[a-z]+\"', '\"direction\":\"sideways\"'), 'UTF8') where position ="
                + " (select min(position) from trade_entry)");

        Verification verification = registry.verify();

        assertThat(verification.problem()).isNull();
        assertThat(verification.isWhole()).isFalse();
        assertThat(verification.findings()).extracting(Finding::kind).contains(Kind.EVENT_CHANGED);
        assertThat(verification.projections())
                .extracting(Verification.ComparedProjection::name)
                .containsExactly("registry");
    }

    @Test
    void rows_that_were_never_recorded_are_found_where_the_log_ends_before_them() {
        registry.execute("update projection set position = position + 1 where name = 'registry'");

        assertThat(registry.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LOG_TRUNCATED);
            assertThat(finding.position()).isEqualTo(StoredRegistry.SIZE + 1);
        });
    }

    @Test
    void what_is_told_of_a_failure_is_no_message_of_the_database() {
        var refused = new PgException("relation \"zone_state\" does not exist", "ERROR", "42P01", null);
        var away = new PgException("terminating connection", "FATAL", "57P01", null);

        assertThat(VerificationRun.problem(UUID.randomUUID(), refused))
                .contains("log")
                .doesNotContain("zone_state");
        assertThat(VerificationRun.problem(UUID.randomUUID(), away))
                .contains("database")
                .doesNotContain("terminating");
    }

    @Test
    void what_fails_for_long_fails_in_the_end() {
        var attempts = new Attempts(Duration.ofMillis(300));
        var tried = new AtomicInteger();
        var piece = attempts.at(Duration.ofSeconds(1), () -> {
            tried.incrementAndGet();
            return Uni.createFrom().<Void>failure(new PgException("away", "FATAL", "57P01", null));
        });

        assertThat(piece.onItemOrFailure()
                        .transform((none, failure) -> failure)
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isInstanceOf(PgException.class);
        assertThat(tried.get()).isGreaterThan(1);
    }
}
