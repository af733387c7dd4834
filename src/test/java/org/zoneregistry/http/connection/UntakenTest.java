package org.zoneregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UntakenTest {

    private static final Duration LONG = Duration.ofSeconds(6);

    private final Untaken untaken = ExchangeOfNobody.untaken(100, 2);
    private final ExchangeOfNobody first = new ExchangeOfNobody();
    private final ExchangeOfNobody second = new ExchangeOfNobody();
    private final ExchangeOfNobody third = new ExchangeOfNobody();

    @Test
    void so_many_bytes_are_held_until_they_are_taken_or_nobody_wants_them() {
        assertThat(untaken.tryHold(first.exchange(), 60)).isTrue();
        assertThat(untaken.tryHold(second.exchange(), 41)).isFalse();
        untaken.taken(first.exchange(), 20);
        assertThat(untaken.tryHold(second.exchange(), 41)).isTrue();
        first.goes();
        assertThat(untaken.bytes()).isEqualTo(41);
        untaken.taken(first.exchange(), 40);
        assertThat(untaken.bytes()).as("not twice").isEqualTo(41);
    }

    @Test
    void so_many_answers_are_streamed_until_they_are_over() {
        assertThat(untaken.tryStream(first.exchange())).isTrue();
        assertThat(untaken.tryStream(second.exchange())).isTrue();
        assertThat(untaken.tryStream(third.exchange())).isFalse();
        second.goes();
        assertThat(untaken.tryStream(third.exchange())).isTrue();
        assertThat(untaken.streams()).isEqualTo(2);
    }

    @Test
    void who_has_taken_nothing_for_long_gives_way_and_who_takes_does_not() {
        untaken.tryStream(first.exchange());
        untaken.tryStream(second.exchange());
        second.exchange().waits();
        assertThat(untaken.tryStream(third.exchange())).as("not so soon").isFalse();
        await().atMost(LONG).until(() -> untaken.tryStream(third.exchange()));
        assertThat(second.isCut()).isTrue();
        assertThat(first.isCut()).isFalse();
    }

    @Test
    void what_has_to_be_held_is_held_up_to_a_limit() {
        untaken.tryHold(first.exchange(), 100);
        untaken.hold(second.exchange(), 100);
        assertThat(second.isCut()).isFalse();
        untaken.hold(third.exchange(), 1);
        assertThat(third.isCut()).isTrue();
    }

    @Test
    void what_comes_when_it_is_over_leaves_nothing_behind() {
        first.goes();
        untaken.tryHold(first.exchange(), 100);
        untaken.tryStream(first.exchange());
        assertThat(untaken.bytes()).isZero();
        assertThat(untaken.streams()).isZero();
    }
}
