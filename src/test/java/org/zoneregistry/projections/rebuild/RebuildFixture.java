package org.zoneregistry.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.projections.rebuild.GenerationsDatabase.PATIENCE;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionRunner;
import org.zoneregistry.projections.ProjectionSettings;
import org.zoneregistry.projections.rebuild.Rebuild.State;
import org.zoneregistry.testing.SimulatedLog;

/** A log, a database with the projection {@link Doubled}, and nodes that fold and rebuild it. */
final class RebuildFixture {

    private static final ProjectionSettings SETTINGS =
            new ProjectionSettings(500, Duration.ofMillis(200), Duration.ofMillis(5));

    final GenerationsDatabase database = new GenerationsDatabase();
    final SimulatedLog log = new SimulatedLog();
    final Doubled doubled = new Doubled(1);
    private final List<AutoCloseable> nodes = new ArrayList<>();

    RebuildFixture() {
        database.database().execute(Doubled.TABLES);
    }

    void close() throws Exception {
        for (AutoCloseable node : nodes) {
            node.close();
        }
        database.close();
    }

    /** The worker of a node; it isn't started yet. */
    RebuildWorker worker(Projection projection) {
        var worker = database.worker(log, List.of(projection));
        nodes.add(worker);
        return worker;
    }

    /** A running node that carries out rebuilds. */
    Rebuilds node(Projection projection) {
        var worker = worker(projection);
        worker.start();
        return database.rebuilds(worker, log, List.of(projection));
    }

    /** A running node that folds the log into the live tables. */
    ProjectionRunner running(Projection projection) {
        var runner = new ProjectionRunner(database.pool(), log, projection, SETTINGS);
        nodes.add(runner);
        runner.start();
        return runner;
    }

    /** Sets the position of the live tables. */
    void token(long position) {
        database.database()
                .execute("insert into projection (name, generation, version, position) values ('doubled', 1, 1, "
                        + position + ")");
    }

    /** Waits for the end of a rebuild, and asserts its state. */
    Rebuild done(Rebuilds rebuilds, UUID id, State expected) {
        var found = await().atMost(PATIENCE)
                .until(() -> database.await(rebuilds.find(doubled, id)).orElseThrow(), Rebuild::hasEnded);
        assertThat(found.state()).as(String.valueOf(found.problem())).isEqualTo(expected);
        return found;
    }

    /** Waits until all unused tables are dropped. */
    void swept() {
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("select count(*) from projection_rebuild r join job on job.id = r.job where"
                                        + " not r.is_swept and job.state <> 'running'")
                                == 0);
        assertThat(database.number("select count(*) from pg_namespace where nspname like 'generation%'"))
                .isZero();
    }

    /** How many positions the live tables hold. */
    long seen() {
        return database.number(Doubled.LOOK);
    }

    void append(int events) {
        for (int i = 0; i < events; i++) {
            log.append("SomethingHappened", JsonNodeFactory.instance.objectNode(), List.of());
        }
    }

    /** Waits until the live tables reflect a position. */
    void reached(ProjectionRunner runner, long position) {
        runner.reached(position, PATIENCE).await().atMost(PATIENCE);
    }
}
