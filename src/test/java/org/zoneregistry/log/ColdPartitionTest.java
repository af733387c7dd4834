package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.log.Appends.commit;
import static org.zoneregistry.log.Appends.event;
import static org.zoneregistry.log.LogFixture.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;

/** Runs the steps that docs/scaling.md gives an operator for an old partition. */
@NeedsServer
class ColdPartitionTest {

    private static final int SIZE = 10;

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_full_partition_is_moved_while_events_are_appended() throws IOException {
        fixture.database()
                .execute("drop table event_0; drop table event_1; update event_partitioning set size = " + SIZE
                        + "; select ensure_event_partitions(1, 1)");
        PostgresEventStorageEngine engine = fixture.engine();
        for (int i = 0; i < 25; i++) {
            get(append(engine));
        }
        List<StoredBytes> before = get(engine.log().readBytes(0, 25, 100));
        var moved = new AtomicBoolean();
        CompletableFuture<Void> appending = appendUntil(moved, engine);

        for (String statement : statements()) {
            fixture.database().execute(statement);
        }
        moved.set(true);
        get(appending);

        assertThat(get(engine.log().readBytes(0, 25, 100))).isEqualTo(before);
        StoredEvent old = get(engine.log().findByPositions(List.of(3L))).getFirst();
        assertThat(get(engine.log().findById(old.id()))).contains(old);
        fixture.database().execute("drop table event_0_hot");
        assertThat(get(engine.log().readBytes(0, 25, 100))).isEqualTo(before);
        long head = get(engine.log().head()).position();
        assertThat(head).as("appended meanwhile").isGreaterThan(25);
        assertThat(get(engine.log().readAfter(0, 1_000)).getLast().position()).isEqualTo(head);
    }

    /**
     * The statements of the page, for a partition of this size and without a tablespace, which needs a superuser and a
     * disk.
     */
    private static List<String> statements() throws IOException {
        String page = Files.readString(Path.of("docs", "scaling.md"));
        String sql = page.substring(page.indexOf("```sql") + 6);
        sql = sql.substring(0, sql.indexOf("```"))
                .replace(" tablespace cold", "")
                .replace("10000001", Integer.toString(SIZE + 1));
        int swap = sql.indexOf("begin;");
        return List.of(sql.substring(0, swap), sql.substring(swap));
    }

    private static CompletableFuture<Void> appendUntil(AtomicBoolean done, PostgresEventStorageEngine engine) {
        return done.get()
                ? CompletableFuture.completedFuture(null)
                : append(engine).thenCompose(appended -> appendUntil(done, engine));
    }

    private static CompletableFuture<AppendReceipt> append(PostgresEventStorageEngine engine) {
        return commit(engine, AppendCondition.none(), event(UUID.randomUUID(), "A", "x", new Tag("zone", "a")));
    }
}
