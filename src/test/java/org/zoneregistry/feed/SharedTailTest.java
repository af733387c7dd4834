package org.zoneregistry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.testing.SimulatedLog;

class SharedTailTest {

    private static final int EVENT_BYTES = 10;

    private final Vertx vertx = Vertx.vertx();
    private final SimulatedLog log = new SimulatedLog();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private SharedTail tail(int events, long bytes, long position) {
        var settings = new FeedSettings(
                events,
                bytes,
                3,
                5,
                1,
                1,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofDays(1),
                Duration.ZERO);
        var tail = new SharedTail(vertx, log, SharedTailTest::frame, settings, position);
        tail.open();
        return tail;
    }

    private static Frame frame(StoredEvent event) {
        return new Frame(event.position(), event.type(), event.tags(), new byte[EVENT_BYTES]);
    }

    private void append(int number) {
        for (int i = 0; i < number; i++) {
            log.append("ZoneRenamed", JsonNodeFactory.instance.objectNode(), List.of());
        }
    }

    private static void awaitNewest(SharedTail tail, long position) {
        await().until(() -> tail.newest() == position);
    }

    private static List<Long> after(SharedTail tail, long position, int most) {
        return tail.after(position, most).orElseThrow().stream()
                .map(Frame::position)
                .toList();
    }

    @Test
    void it_has_what_follows_its_beginning_without_gaps() {
        append(4);
        SharedTail tail = tail(100, 1_000, 2);
        append(6);
        awaitNewest(tail, 10);
        assertThat(after(tail, 2, 100))
                .isEqualTo(LongStream.rangeClosed(3, 10).boxed().toList());
        assertThat(after(tail, 5, 2)).containsExactly(6L, 7L);
        assertThat(after(tail, 10, 5)).as("nothing yet").isEmpty();
        assertThat(after(tail, 12, 5)).as("there are no events after the end").isEmpty();
        assertThat(tail.after(1, 5)).as("the oldest events are gone").isEmpty();
    }

    @Test
    void it_forgets_the_oldest_when_there_are_too_many() {
        SharedTail tail = tail(4, 1_000, 0);
        append(10);
        awaitNewest(tail, 10);
        assertThat(tail.size()).isEqualTo(4);
        assertThat(tail.after(5, 5)).isEmpty();
        assertThat(after(tail, 6, 5)).containsExactly(7L, 8L, 9L, 10L);
    }

    @Test
    void it_forgets_the_oldest_when_they_are_too_large() {
        SharedTail tail = tail(100, 2 * EVENT_BYTES, 0);
        append(10);
        awaitNewest(tail, 10);
        assertThat(tail.size()).isEqualTo(2);
        assertThat(tail.after(7, 5)).isEmpty();
        assertThat(after(tail, 8, 5)).containsExactly(9L, 10L);
    }

    @Test
    void it_tells_its_followers_until_they_leave() {
        SharedTail tail = tail(100, 1_000, 0);
        var calls = new AtomicInteger();
        Runnable follower = calls::incrementAndGet;
        tail.follow(follower);
        append(1);
        await().until(() -> calls.get() > 0);
        tail.unfollow(follower);
        int before = calls.get();
        append(1);
        awaitNewest(tail, 2);
        assertThat(calls).hasValue(before);
    }

    @Test
    void once_closed_it_reads_no_more() {
        SharedTail tail = tail(100, 1_000, 0);
        append(1);
        awaitNewest(tail, 1);
        tail.close();
        append(1);
        assertThat(tail.newest()).isEqualTo(1);
    }
}
