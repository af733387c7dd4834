package org.zoneregistry.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.offline.ShippedRegistry;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.Trial;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.ledger.Dataset;

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
    FurtherData further;

    @Inject
    Instance<HttpServer> server;

    @Inject
    Pool pool;

    @Inject
    @PoolFor(Purpose.THE_LOG)
    io.vertx.sqlclient.Pool log;

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

    @Test
    void a_later_start_sends_no_command() {
        var refusing = new Commands() {

            @Override
            public Uni<Outcome> send(Object command, Origin origin) {
                return Uni.createFrom().failure(new AssertionError("sent: " + command));
            }

            @Override
            public Uni<Trial> tryOut(Object command, Origin origin) {
                return Uni.createFrom().failure(new AssertionError("tried: " + command));
            }
        };
        var later =
                new ReferenceDataAtStart(new ReferenceLoader(refusing), further, Dataset.REFERENCE, server, log, true);
        var shipped = ReferenceTranslation.shipped();

        ReferenceReport report = later.load(shipped).await().atMost(Duration.ofMinutes(1));

        assertThat(report).isEqualTo(new ReferenceReport(0, COMMANDS, List.of(), shipped.omissions()));
        var others = later.load(shipped.withoutEntries());
        assertThatThrownBy(() -> others.await().atMost(Duration.ofMinutes(1))).hasMessageContaining("sent: ");
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
