package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.log.Appends.append;
import static org.zoneregistry.log.Appends.commit;
import static org.zoneregistry.log.Appends.event;
import static org.zoneregistry.log.LogFixture.get;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;

/** The log creates its partitions itself. */
@NeedsServer
class PartitionsTest {

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void appending_goes_on_over_the_borders_of_partitions() {
        partitionsOf(10);
        PostgresEventStorageEngine engine = fixture.engine();
        List<CompletableFuture<AppendReceipt>> all = new ArrayList<>();
        for (int i = 0; i < 95; i++) {
            all.add(commit(
                    engine, AppendCondition.none(), event(UUID.randomUUID(), "A", "x" + i, new Tag("zone", "a"))));
        }
        all.forEach(LogFixture::get);

        assertThat(get(engine.log().readMatching(0, Long.MAX_VALUE, List.of(), List.of("zone:a"), Integer.MAX_VALUE)))
                .hasSize(95);
        StoredEvent some = get(engine.log().findByPositions(List.of(57L))).getFirst();
        assertThat(get(engine.log().findById(some.id()))).contains(some);
        assertThat(get(engine.log().prefixAt(some.recordedAt())))
                .extracting(at -> at.prefix().position())
                .isEqualTo(57L);
    }

    @Test
    void the_next_partition_is_made_long_before_it_is_needed_where_events_come_one_at_a_time() {
        partitionsOf(5_000);
        fixture.database().execute("drop table event_1");
        PostgresEventStorageEngine engine = fixture.engine();
        get(commit(engine, AppendCondition.none(), events(1_200)));
        get(commit(engine, AppendCondition.none(), events(1_200)));

        for (int i = 0; i < 2_500 + 1_024 - 2_400; i++) {
            append(engine, "A", "x");
        }

        assertThat(get(engine.log().head()).position()).isEqualTo(3_524);
        assertThat(fixture.database().number("select count(*) from pg_class where relname = 'event_1'"))
                .isOne();
    }

    private void partitionsOf(int size) {
        fixture.database()
                .execute("drop table event_0; drop table event_1; update event_partitioning set size = " + size
                        + "; select ensure_event_partitions(1, 1)");
    }

    private static TaggedEventMessage<?>[] events(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> event(UUID.randomUUID(), "A", "x" + i))
                .toArray(TaggedEventMessage<?>[]::new);
    }
}
