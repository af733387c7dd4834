package org.zoneregistry.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.zoneregistry.projections.rebuild.GenerationsDatabase.PATIENCE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionRunner;
import org.zoneregistry.projections.ProjectionSettings;
import org.zoneregistry.projections.rebuild.Rebuild.State;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.SimulatedLog;

@NeedsServer
class RebuildTest {

    private static final ProjectionSettings SETTINGS =
            new ProjectionSettings(500, Duration.ofMillis(200), Duration.ofMillis(5));

    private final GenerationsDatabase database = new GenerationsDatabase();
    private final SimulatedLog log = new SimulatedLog();
    private final Doubled doubled = new Doubled(1);
    private final List<AutoCloseable> nodes = new ArrayList<>();

    @BeforeEach
    void create() {
        database.database().execute(Doubled.TABLES);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable node : nodes) {
            node.close();
        }
        database.close();
    }

    @Test
    void whoever_reads_all_the_while_sees_one_generation_or_the_other_and_no_error() {
        append(200);
        var runner = running(doubled);
        reached(runner, 200);
        var rebuilds = node(doubled);
        var failures = new CopyOnWriteArrayList<Throwable>();
        var stop = new AtomicBoolean();
        var looks = new AtomicLong();
        var readers = new ArrayList<Thread>();
        for (int reader = 0; reader < 4; reader++) {
            readers.add(Thread.startVirtualThread(() -> {
                long before = 0;
                while (!stop.get()) {
                    try {
                        Row row = database.await(database.pool()
                                        .preparedQuery(Doubled.LOOK)
                                        .execute())
                                .iterator()
                                .next();
                        assertThat(row.getLong(1)).isZero();
                        assertThat(row.getLong(0)).isEqualTo(row.getLong(2));
                        assertThat(row.getLong(2)).isGreaterThanOrEqualTo(before);
                        before = row.getLong(2);
                        looks.incrementAndGet();
                    } catch (RuntimeException | AssertionError failure) {
                        failures.add(failure);
                    }
                }
            }));
        }

        // so that there is nearly always something that the generation that is read has, and the new one not yet
        var writer = Thread.startVirtualThread(() -> {
            while (!stop.get() && log.events().size() < 5_000) {
                append(1);
                LockSupport.parkNanos(300_000);
            }
        });

        for (int round = 0; round < 4; round++) {
            Rebuild rebuild =
                    done(rebuilds, database.await(rebuilds.start(doubled)).id(), State.DONE);
            assertThat(rebuild.position()).isGreaterThanOrEqualTo(200);
            long read = looks.get();
            await().atMost(PATIENCE).until(() -> looks.get() > read + 8 || !failures.isEmpty());
        }
        stop.set(true);
        await().atMost(PATIENCE)
                .until(() -> !writer.isAlive() && readers.stream().noneMatch(Thread::isAlive));

        assertThat(failures).isEmpty();
        int appended = log.events().size();
        reached(runner, appended);
        assertThat(seen()).isEqualTo(appended);
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("select count(*) from pg_namespace where nspname like 'generation%'") == 0);
    }

    @Test
    void indexes_options_and_comments_have_the_names_that_they_had() {
        database.database()
                .execute("alter table doubled_head set (fillfactor = 80); comment on table doubled_head is 'it''s a"
                        + " head'");
        String look = """
                select hashtext(string_agg(d, '|' order by d))::bigint from (
                    select pg_get_indexdef(indexrelid) from pg_index where indrelid in ('doubled_head'::regclass, \
                'doubled_tail'::regclass)
                    union all
                    select conname || pg_get_constraintdef(oid) from pg_constraint where conrelid in \
                ('doubled_head'::regclass, 'doubled_tail'::regclass)
                    union all
                    select concat(relname, reloptions, \
                obj_description(oid)) from pg_class where relname like 'doubled%' and relnamespace = \
                'public'::regnamespace
                ) as of (d)
                """.replace("as of (d)", "as found (d)");
        long before = database.number(look);
        append(10);
        reached(running(doubled), 10);
        var rebuilds = node(doubled);

        done(rebuilds, database.await(rebuilds.start(doubled)).id(), State.DONE);

        assertThat(database.number(look)).isEqualTo(before);
    }

    @Test
    void another_node_goes_on_when_one_ends_in_the_midst_of_it() {
        append(9_000);
        database.apply(doubled, log.events());
        token(9_000);
        doubled.waitsAfter.set(5_000);
        var one = database.worker(log, List.of(doubled));
        nodes.add(one);
        one.start();
        var rebuilds = database.rebuilds(one, log, List.of(doubled));
        UUID id = database.await(rebuilds.start(doubled)).id();
        await().atMost(PATIENCE).until(() -> database.number("select position from projection_rebuild") == 4_000);
        one.close();
        doubled.waitsAfter.set(Long.MAX_VALUE);

        var other = node(doubled);

        assertThat(done(other, id, State.DONE).position()).isEqualTo(9_000);
        assertThat(seen()).isEqualTo(9_000);
    }

    @Test
    void cut_off_from_its_database_it_is_carried_on() throws SQLException {
        append(6_000);
        database.apply(doubled, log.events());
        token(6_000);
        doubled.waitsAfter.set(3_000);
        var rebuilds = node(doubled);
        UUID id = database.await(rebuilds.start(doubled)).id();
        await().atMost(PATIENCE).until(() -> database.number("select position from projection_rebuild") == 2_000);
        database.cutOff();
        doubled.waitsAfter.set(Long.MAX_VALUE);

        done(rebuilds, id, State.DONE);

        assertThat(seen()).isEqualTo(6_000);
    }

    @Test
    void broken_off_it_leaves_what_is_read_as_it_was() {
        append(6_000);
        database.apply(doubled, log.events());
        token(6_000);
        doubled.waitsAfter.set(3_000);
        var rebuilds = node(doubled);
        UUID id = database.await(rebuilds.start(doubled)).id();
        await().atMost(PATIENCE).until(() -> database.number("select position from projection_rebuild") == 2_000);

        assertThat(database.await(rebuilds.giveUp(doubled, id)).orElseThrow().state())
                .isEqualTo(State.CANCELLED);

        doubled.waitsAfter.set(Long.MAX_VALUE);
        swept();
        assertThat(seen()).isEqualTo(6_000);
        assertThat(database.number("select generation::bigint from projection")).isEqualTo(1);
    }

    @Test
    void an_event_that_it_cannot_apply_ends_it_and_says_which() {
        append(10);
        reached(running(doubled), 10);
        doubled.indigestible.add(7L);
        var rebuilds = node(doubled);

        Rebuild failed = done(rebuilds, database.await(rebuilds.start(doubled)).id(), State.FAILED);

        assertThat(failed.problem()).contains("position 1").contains("indigestible");
        assertThat(seen()).isEqualTo(10);
        swept();
    }

    @Test
    void a_newer_fold_leaves_the_tables_alone_and_fills_others_by_itself() {
        append(10);
        var old = running(doubled);
        reached(old, 10);
        old.close();
        var newer = new Doubled(2);
        newer.waitsAfter.set(0);
        var runner = running(newer);
        append(5);
        node(newer);
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from job where state = 'running'") == 1);
        assertThat(seen()).isEqualTo(10);

        newer.waitsAfter.set(Long.MAX_VALUE);

        reached(runner, 15);
        assertThat(seen()).isEqualTo(15);
        assertThat(database.number("select version::bigint from projection")).isEqualTo(2);
        assertThat(database.number("select count(*) from projection_rebuild")).isEqualTo(1);
    }

    @Test
    void an_older_fold_neither_goes_on_with_newer_tables_nor_replaces_them() {
        append(10);
        reached(running(new Doubled(2)), 10);
        append(5);
        var older = running(doubled);
        node(doubled);
        reached(running(new Doubled(2)), 15);

        reached(older, 15);

        assertThat(seen()).isEqualTo(15);
        assertThat(database.number("select version::bigint from projection")).isEqualTo(2);
        assertThat(database.number("select count(*) from projection_rebuild")).isZero();
    }

    @Test
    void a_copy_is_of_its_prefix_and_stays_beside_until_it_is_dropped() {
        append(20);
        reached(running(doubled), 20);
        var rebuilds = node(doubled);

        UUID id = database.await(rebuilds.startCopy(doubled, "early", 12))
                .orElseThrow()
                .id();
        Rebuild copy = done(rebuilds, id, State.READY);

        assertThat(copy.position()).isEqualTo(12);
        assertThat(database.await(rebuilds.startCopy(doubled, "early", 3))).isEmpty();
        int generation = database.await(rebuilds.findCopy("doubled", "early"))
                .orElseThrow()
                .generation();
        assertThat(database.contents(doubled, Generation.schema(generation))).hasSize(24);
        assertThat(seen()).isEqualTo(20);
        database.await(rebuilds.giveUp(doubled, id));
        swept();
        assertThat(database.await(rebuilds.findCopy("doubled", "early"))).isEmpty();
        assertThat(database.await(rebuilds.startCopy(doubled, "early", 3))).isPresent();
    }

    @Test
    void so_many_copies_are_filled_and_kept_and_no_more() {
        append(5);
        var worker = database.worker(log, List.of(doubled)); // is not started, so that they wait
        var rebuilds = database.rebuilds(worker, log, List.of(doubled));
        var begun = new ArrayList<Uni<String>>();
        for (int i = 0; i < 30; i++) {
            begun.add(rebuilds.startCopy(doubled, "copy-" + i, 3)
                    .map(copy -> copy.isPresent() ? "begun" : "taken")
                    .onFailure(ProblemException.class)
                    .recoverWithItem(refused -> refused.problem().type().code()));
        }
        List<String> outcomes = database.await(Uni.join().all(begun).andCollectFailures());
        assertThat(outcomes).containsOnly("begun", "too-many-jobs");
        assertThat(outcomes.stream().filter("begun"::equals)).hasSize(RebuildTable.MOST_FILLING);
        assertThat(database.await(rebuilds.start(doubled)).state()).isEqualTo(State.FILLING);

        for (int i = 0; i < RebuildTable.MOST_COPIES; i++) {
            database.database().execute("update job set state = 'done' where kind = 'copy'");
            database.await(rebuilds.startCopy(doubled, "later-" + i, 3)
                    .onFailure(ProblemException.class)
                    .recoverWithItem(Optional.empty()));
        }
        assertThat(database.number("select count(*) from projection_rebuild where copy is not null"))
                .isEqualTo(RebuildTable.MOST_COPIES);
        assertThatThrownBy(() -> database.await(rebuilds.startCopy(doubled, "one-more", 3)))
                .hasMessageContaining("too-many-copies");
    }

    private Rebuilds node(Projection projection) {
        var worker = database.worker(log, List.of(projection));
        nodes.add(worker);
        worker.start();
        return database.rebuilds(worker, log, List.of(projection));
    }

    private ProjectionRunner running(Projection projection) {
        var runner = new ProjectionRunner(database.pool(), log, projection, SETTINGS);
        nodes.add(runner);
        runner.start();
        return runner;
    }

    private void token(long position) {
        database.database()
                .execute("insert into projection (name, generation, version, position) values ('doubled', 1, 1, "
                        + position + ")");
    }

    private Rebuild done(Rebuilds rebuilds, UUID id, State expected) {
        var found = await().atMost(PATIENCE)
                .until(() -> database.await(rebuilds.find(doubled, id)).orElseThrow(), Rebuild::hasEnded);
        assertThat(found.state()).as(String.valueOf(found.problem())).isEqualTo(expected);
        return found;
    }

    private void swept() {
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("select count(*) from projection_rebuild r join job on job.id = r.job where"
                                        + " not r.is_swept and job.state <> 'running'")
                                == 0);
        assertThat(database.number("select count(*) from pg_namespace where nspname like 'generation%'"))
                .isZero();
    }

    private long seen() {
        return database.number(Doubled.LOOK);
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            log.append("SomethingHappened", JsonNodeFactory.instance.objectNode(), List.of());
        }
    }

    private static void reached(ProjectionRunner runner, long position) {
        runner.reached(position, PATIENCE).await().atMost(PATIENCE);
    }
}
