package org.zoneregistry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolForTest {

    /** A pool looks for idle connections once a second. */
    private static final int MARGIN_SECONDS = 2;

    /** Otherwise a connection could be closed at the moment in which a request gets it. */
    @ParameterizedTest
    @EnumSource
    void an_idle_connection_leaves_its_pool_before_it_counts_as_silent(PoolFor.Purpose purpose) {
        assertThat(purpose.restSeconds + MARGIN_SECONDS).isLessThan(purpose.silenceSeconds);
    }

    /** Otherwise a read that takes long would end as a lost connection, not as a refusal that says how to ask less. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT20S", "PT30S", "PT10M"})
    void a_server_may_be_silent_for_longer_than_the_longest_read_takes(Duration longestRead) {
        assertThat(Duration.ofSeconds(Pools.servingSilenceSeconds(longestRead)))
                .isGreaterThan(longestRead.plusSeconds(MARGIN_SECONDS));
    }
}
