package org.zoneregistry.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.TestDatabase;

/** The load at the start, with real commands and a real database. */
@QuarkusTest
@TestProfile(ReferenceDataAtStartTest.Wanted.class)
class ReferenceDataAtStartTest {

    private static final int COMMANDS =
            ReferenceTranslation.shipped().commands().size();

    @Inject
    ReferenceDataAtStart atStart;

    @Inject
    ReferenceLoader loader;

    @Inject
    Pool pool;

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void when_the_application_is_ready_every_fact_is_there_and_none_was_refused() {
        ReferenceReport report = atStart.report().orElseThrow();

        assertThat(report.refused()).isEmpty();
        assertThat(report.loaded() + report.alreadyThere()).isEqualTo(COMMANDS);
        assertThat(recorded()).isEqualTo(COMMANDS);
    }

    @Test
    void loading_again_adds_nothing() {
        ReferenceReport again =
                loader.load(ReferenceTranslation.shipped()).await().atMost(Duration.ofMinutes(1));

        assertThat(again.loaded()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(COMMANDS);
        assertThat(again.refused()).isEmpty();
        assertThat(recorded()).isEqualTo(COMMANDS);
    }

    private int recorded() {
        return pool.query("select count(*)::int from event")
                .executeAndAwait()
                .iterator()
                .next()
                .getInteger(0);
    }

    /** With the reference data, which other tests do not load, in its own database. */
    public static class Wanted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            TestDatabase database = TestDatabase.fresh();
            return Map.of(
                    "registry.reference-data", "true",
                    "quarkus.datasource.reactive.url", database.reactiveUrl(),
                    "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                    "quarkus.datasource.username", database.user(),
                    "quarkus.datasource.password", database.password());
        }
    }
}
