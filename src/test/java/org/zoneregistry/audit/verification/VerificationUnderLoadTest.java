package org.zoneregistry.audit.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.CommandsMeanwhile;

/** An untouched registry is found to be whole, whatever happens during the verification. */
@QuarkusTest
class VerificationUnderLoadTest {

    private static final int RUNS = Integer.getInteger("verifications", 8);
    private static final int AT_REST = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Test
    void a_registry_that_goes_on_is_whole_each_time_and_at_rest_afterwards() {
        List<String> notWhole = new ArrayList<>();
        try (var meanwhile = new CommandsMeanwhile()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> meanwhile.acknowledged() > 20);
            int before = meanwhile.acknowledged();
            for (int run = 1; run <= RUNS; run++) {
                if (run == RUNS / 2 + 1) {
                    meanwhile.rebuild();
                }
                verify("run " + run, notWhole);
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> meanwhile.rebuilt() > 0);
            assertThat(meanwhile.acknowledged()).isGreaterThan(before + RUNS);
        }
        for (int run = 1; run <= AT_REST; run++) {
            verify("at rest " + run, notWhole);
        }
        assertThat(notWhole).isEmpty();
    }

    @Test
    void a_row_that_was_changed_is_found_and_named_while_commands_go_on() {
        long zoneAt;
        long entryAt;
        try (var meanwhile = new CommandsMeanwhile()) {
            String zone = await().atMost(Duration.ofSeconds(30)).until(meanwhile::zone, Objects::nonNull);
            zoneAt = number("select min(lower(known)) from zone_state where zone = '" + zone + "'");
            entryAt = number("select min(position) from trade_entry where zone = '" + zone + "'");
            execute("update zone_state set province = 'CN-SH' where lower(known) = " + zoneAt);
            execute("update trade_entry set fen = fen + 1 where position = " + entryAt);
            try {
                int before = meanwhile.acknowledged();
                JsonPath done = verified();
                assertThat(meanwhile.acknowledged()).isGreaterThan(before);
                assertThat(done.getString("state")).isEqualTo("done");
                assertThat(done.getBoolean("isWhole")).isFalse();
                assertThat(done.getList("findings.position", Long.class)).containsOnly(zoneAt, entryAt);
                assertThat(done.getList("findings.subject"))
                        .containsExactly("zone_state", "zone_state", "trade_entry", "trade_entry");
                assertThat(done.getList("findings.kind"))
                        .containsExactlyInAnyOrder("row-missing", "row-unexpected", "row-missing", "row-unexpected");
            } finally {
                execute("update zone_state set province = 'CN-JS' where lower(known) = " + zoneAt);
                execute("update trade_entry set fen = fen - 1 where position = " + entryAt);
            }
        }
        assertThat(verified().getBoolean("isWhole")).isTrue();
    }

    private static void verify(String run, List<String> notWhole) {
        JsonPath done = verified();
        if (!Boolean.TRUE.equals(done.get("isWhole"))
                || !done.getList("findings").isEmpty()) {
            String report = done.prettyPrint();
            notWhole.add(run + ": " + report.substring(0, Math.min(1_500, report.length())));
        }
    }

    private static JsonPath verified() {
        String address = given().noContentType()
                .post("/v1/audit/verifications")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> given().get(address).jsonPath(), job -> !"running".equals(job.getString("state")));
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
