package org.zoneregistry.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolForTest {

    /** A pool looks for idle connections once a second. */
    private static final int MARGIN_SECONDS = 2;

    /** Otherwise a connection could be closed at the moment in which a request gets it. */
    @ParameterizedTest
    @EnumSource
    void an_idle_connection_leaves_its_pool_before_it_counts_as_silent(PoolFor.Purpose purpose) {
        assertThat(purpose.restSeconds + MARGIN_SECONDS).isLessThan(purpose.silenceSeconds);
    }
}
