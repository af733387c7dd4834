package org.zoneregistry.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.projections.rebuild.GenerationsDatabase.PATIENCE;
import static org.zoneregistry.testing.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.projections.rebuild.Rebuild.State;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.SimulatedLog;

@NeedsServer
class RebuildTest {

    private final RebuildFixture fixture = new RebuildFixture();
    private final GenerationsDatabase database = fixture.database;
    private final SimulatedLog log = fixture.log;
    private final Doubled doubled = fixture.doubled;

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void readers_see_one_generation_or_the_other_and_no_error() {
        fixture.append(200);
        var runner = fixture.running(doubled);
        fixture.reached(runner, 200);
        var rebuilds = fixture.node(doubled);
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

        // so the new generation nearly always lacks some events of the live one
        var writer = Thread.startVirtualThread(() -> {
            while (!stop.get() && log.events().size() < 5_000) {
                fixture.append(1);
                LockSupport.parkNanos(300_000);
            }
        });

        for (int round = 0; round < 4; round++) {
            Rebuild rebuild = fixture.done(
                    rebuilds, database.await(rebuilds.start(doubled)).id(), State.DONE);
            assertThat(rebuild.position()).isGreaterThanOrEqualTo(200);
            long read = looks.get();
            await().atMost(PATIENCE).until(() -> looks.get() > read + 8 || !failures.isEmpty());
        }
        stop.set(true);
        await().atMost(PATIENCE)
                .until(() -> !writer.isAlive() && readers.stream().noneMatch(Thread::isAlive));

        assertThat(failures).isEmpty();
        int appended = log.events().size();
        fixture.reached(runner, appended);
        assertThat(fixture.seen()).isEqualTo(appended);
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("select count(*) from pg_namespace where nspname like 'generation%'") == 0);
    }

    @Test
    void indexes_options_and_comments_stay_the_same() {
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
        fixture.append(10);
        fixture.reached(fixture.running(doubled), 10);
        var rebuilds = fixture.node(doubled);

        fixture.done(rebuilds, database.await(rebuilds.start(doubled)).id(), State.DONE);

        assertThat(database.number(look)).isEqualTo(before);
    }

    @Test
    void another_node_continues_when_one_ends() {
        fixture.append(9_000);
        database.apply(doubled, log.events());
        fixture.token(9_000);
        doubled.waitsAfter.set(5_000);
        var one = fixture.worker(doubled);
        one.start();
        var rebuilds = database.rebuilds(one, log, List.of(doubled));
        UUID id = database.await(rebuilds.start(doubled)).id();
        await().atMost(PATIENCE).until(() -> database.number("select position from projection_rebuild") == 4_000);
        one.close();
        doubled.waitsAfter.set(Long.MAX_VALUE);

        var other = fixture.node(doubled);

        assertThat(fixture.done(other, id, State.DONE).position()).isEqualTo(9_000);
        assertThat(fixture.seen()).isEqualTo(9_000);
    }

    @Test
    void a_rebuild_continues_after_its_connections_are_cut() throws SQLException {
        fixture.append(6_000);
        database.apply(doubled, log.events());
        fixture.token(6_000);
        doubled.waitsAfter.set(3_000);
        var rebuilds = fixture.node(doubled);
        UUID id = database.await(rebuilds.start(doubled)).id();
        await().atMost(PATIENCE).until(() -> database.number("select position from projection_rebuild") == 2_000);
        database.cutOff();
        doubled.waitsAfter.set(Long.MAX_VALUE);

        fixture.done(rebuilds, id, State.DONE);

        assertThat(fixture.seen()).isEqualTo(6_000);
    }

    @Test
    void a_cancelled_rebuild_leaves_the_live_tables_as_they_were() {
        fixture.append(6_000);
        database.apply(doubled, log.events());
        fixture.token(6_000);
        doubled.waitsAfter.set(3_000);
        var rebuilds = fixture.node(doubled);
        UUID id = database.await(rebuilds.start(doubled)).id();
        await().atMost(PATIENCE).until(() -> database.number("select position from projection_rebuild") == 2_000);

        assertThat(database.await(rebuilds.giveUp(doubled, id)).orElseThrow().state())
                .isEqualTo(State.CANCELLED);

        doubled.waitsAfter.set(Long.MAX_VALUE);
        fixture.swept();
        assertThat(fixture.seen()).isEqualTo(6_000);
        assertThat(database.number("select generation::bigint from projection")).isEqualTo(1);
    }

    @Test
    void an_event_that_cannot_be_applied_fails_the_rebuild_and_is_named() {
        fixture.append(10);
        fixture.reached(fixture.running(doubled), 10);
        doubled.broken.add(7L);
        var rebuilds = fixture.node(doubled);

        Rebuild failed =
                fixture.done(rebuilds, database.await(rebuilds.start(doubled)).id(), State.FAILED);

        assertThat(failed.problem()).contains("position 1").contains("broken");
        assertThat(fixture.seen()).isEqualTo(10);
        fixture.swept();
    }

    @Test
    void a_newer_fold_leaves_the_tables_alone_and_rebuilds_them_by_itself() {
        fixture.append(10);
        var old = fixture.running(doubled);
        fixture.reached(old, 10);
        old.close();
        var newer = new Doubled(2);
        newer.waitsAfter.set(0);
        var runner = fixture.running(newer);
        fixture.append(5);
        fixture.node(newer);
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from job where state = 'running'") == 1);
        assertThat(fixture.seen()).isEqualTo(10);

        newer.waitsAfter.set(Long.MAX_VALUE);

        fixture.reached(runner, 15);
        assertThat(fixture.seen()).isEqualTo(15);
        assertThat(database.number("select version::bigint from projection")).isEqualTo(2);
        assertThat(database.number("select count(*) from projection_rebuild")).isEqualTo(1);
    }

    @Test
    void an_older_fold_does_not_change_or_replace_newer_tables() {
        fixture.append(10);
        fixture.reached(fixture.running(new Doubled(2)), 10);
        fixture.append(5);
        var older = fixture.running(doubled);
        fixture.node(doubled);
        fixture.reached(fixture.running(new Doubled(2)), 15);

        fixture.reached(older, 15);

        assertThat(fixture.seen()).isEqualTo(15);
        assertThat(database.number("select version::bigint from projection")).isEqualTo(2);
        assertThat(database.number("select count(*) from projection_rebuild")).isZero();
    }

    @Test
    void a_copy_is_of_its_prefix_and_stays_until_it_is_dropped() {
        fixture.append(20);
        fixture.reached(fixture.running(doubled), 20);
        var rebuilds = fixture.node(doubled);

        UUID id = database.await(rebuilds.startCopy(doubled, "early", 12))
                .orElseThrow()
                .id();
        Rebuild copy = fixture.done(rebuilds, id, State.READY);

        assertThat(copy.position()).isEqualTo(12);
        assertThat(database.await(rebuilds.startCopy(doubled, "early", 3))).isEmpty();
        int generation = database.await(rebuilds.findCopy("doubled", "early"))
                .orElseThrow()
                .generation();
        assertThat(database.contents(doubled, Generation.schema(generation))).hasSize(24);
        assertThat(fixture.seen()).isEqualTo(20);
        database.await(rebuilds.giveUp(doubled, id));
        fixture.swept();
        assertThat(database.await(rebuilds.findCopy("doubled", "early"))).isEmpty();
        assertThat(database.await(rebuilds.startCopy(doubled, "early", 3))).isPresent();
    }

    @Test
    void the_number_of_copies_is_limited() {
        fixture.append(5);
        var worker = fixture.worker(doubled); // is not started, so the copies wait
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
}
