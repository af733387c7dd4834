package org.zoneregistry.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LagTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Lag lag = new Lag(nanos::get);

    private long secondsOf(long position, long head) {
        return lag.of(position, head).toSeconds();
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void a_follower_at_the_head_does_not_lag() {
        assertThat(secondsOf(5, 5)).isZero();
        pass(100);
        assertThat(secondsOf(5, 5)).isZero();
        assertThat(secondsOf(6, 5)).isZero();
    }

    @Test
    void a_follower_that_stands_still_lags_more_and_more() {
        assertThat(secondsOf(5, 6)).isZero();
        pass(15);
        assertThat(secondsOf(5, 9)).isEqualTo(15);
        pass(15);
        assertThat(secondsOf(5, 20)).isEqualTo(30);
        assertThat(secondsOf(20, 20)).isZero();
    }

    @Test
    void a_follower_that_keeps_up_with_a_growing_log_lags_little() {
        for (int question = 1; question < 100; question++) {
            assertThat(secondsOf(question * 10L - 5, question * 10L)).isLessThanOrEqualTo(15);
            pass(15);
        }
    }

    @Test
    void it_remembers_a_bounded_number_of_heads() {
        for (int question = 1; question < 10_000; question++) {
            secondsOf(0, question);
            pass(1);
        }
        assertThat(secondsOf(0, 10_000)).isEqualTo(9_999);
        assertThat(secondsOf(5_000, 10_000)).isBetween(0L, 9_999L);
    }
}
