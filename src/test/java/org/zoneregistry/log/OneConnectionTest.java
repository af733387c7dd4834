package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.log.Appends.append;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionRunner;
import org.zoneregistry.projections.ProjectionSettings;
import org.zoneregistry.projections.ProjectionTable;
import org.zoneregistry.testing.NeedsServer;

/** A step that holds a connection needs no other. So all steps also work with one connection for all. */
@NeedsServer
class OneConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private record Ignoring(String name) implements Projection {

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<ProjectionTable> tables() {
            return List.of();
        }

        @Override
        public Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch) {
            return Uni.createFrom().voidItem();
        }
    }

    @Test
    void projections_that_share_their_only_connection_go_on() {
        assertThat(ContextManagerProvider.instance()).isNotNull();
        PostgresEventStorageEngine appending = fixture.engine();
        for (int i = 0; i < 25; i++) {
            append(appending, "A", "x");
        }
        Pool two = PgBuilder.pool()
                .with(fixture.database().poolOptions().setMaxSize(2)) // one of the two is for listening
                .connectingTo(fixture.database().connectOptions())
                .using(LogFixture.VERTX)
                .build();
        PostgresEventStorageEngine engine = fixture.engine(two, EngineSettings.DEFAULT);
        var settings = new ProjectionSettings(4, Duration.ofMillis(200), Duration.ofMillis(5));
        List<ProjectionRunner> runners = List.of("one", "another").stream()
                .map(name -> new ProjectionRunner(
                        io.vertx.mutiny.sqlclient.Pool.newInstance(two), engine.log(), new Ignoring(name), settings))
                .toList();
        try {
            runners.forEach(ProjectionRunner::start);
            runners.forEach(runner -> runner.reached(25, PATIENCE).await().atMost(PATIENCE.plusSeconds(1)));
        } finally {
            runners.forEach(ProjectionRunner::close);
            var _ = two.close();
        }
    }
}
