package org.zoneregistry.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private final Positions positions = new Positions();

    @Test
    void a_position_only_grows_in_an_era() {
        assertThat(positions.of("zones")).isZero();
        assertThat(positions.reached("zones", 7, 0)).isTrue();
        assertThat(positions.reached("zones", 5, 0)).isTrue();
        assertThat(positions.of("zones")).isEqualTo(7);
    }

    @Test
    void a_database_with_the_known_rows_changes_nothing() {
        positions.reached("zones", 7, 0);
        Positions.Known before = positions.known();
        positions.reached("zones", 9, 0); // while the database is queried
        positions.found(before, Map.of("zones", 7L));
        assertThat(positions.of("zones")).isEqualTo(9);
        assertThat(positions.era()).isZero();
    }

    @Test
    void a_database_that_has_lost_rows_begins_an_era() {
        positions.reached("zones", 7, 0);
        positions.reached("trade", 8, 0);
        Positions.Known before = positions.known();
        positions.found(before, Map.of("zones", 6L, "trade", 8L));
        assertThat(positions.of("zones")).isEqualTo(6);
        assertThat(positions.of("trade")).isEqualTo(8);
        assertThat(positions.era()).isEqualTo(1);

        assertThat(positions.reached("zones", 7, 0)).as("read before the loss").isFalse();
        assertThat(positions.of("zones")).isEqualTo(6);
        positions.found(before, Map.of("zones", 6L, "trade", 8L)); // a second connection, opened at the same time
        assertThat(positions.era()).isEqualTo(1);
        assertThat(positions.reached("zones", 7, 1)).isTrue();
    }

    @Test
    void a_missing_projection_has_lost_all_rows() {
        positions.reached("zones", 7, 0);
        positions.found(positions.known(), Map.of());
        assertThat(positions.of("zones")).isZero();
        assertThat(positions.era()).isEqualTo(1);
    }
}
