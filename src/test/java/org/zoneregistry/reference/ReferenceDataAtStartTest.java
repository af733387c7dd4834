package org.zoneregistry.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.offline.ShippedRegistry;

/** The load at the start, with real commands and a real database. */
@QuarkusTest
@TestProfile(ShippedRegistry.class)
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
        return pool.query("select count(*)::int from event where convert_from(bytes, 'UTF8') like '%"
                        + ReferenceLoader.ACTOR + "%'")
                .executeAndAwait()
                .iterator()
                .next()
                .getInteger(0);
    }
}
