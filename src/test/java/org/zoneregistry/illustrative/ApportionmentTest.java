package org.zoneregistry.illustrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void leftover_units_go_to_the_largest_remainders() {
        assertThat(Apportionment.of(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
        assertThat(Apportionment.of(100, new long[] {334, 333, 333})).containsExactly(34, 33, 33);
        assertThat(Apportionment.of(7, new long[] {0, 5, 9})).containsExactly(0, 3, 4);
    }

    @Test
    void nothing_can_be_divided_among_none() {
        assertThatThrownBy(() -> Apportionment.of(1, new long[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.of(-1, new long[] {1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_parts_add_up_and_none_is_a_whole_one_off(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long whole,
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 1, max = 1_000_000) Long> some) {
        long[] weights = some.stream().mapToLong(Long::longValue).toArray();
        long[] parts = Apportionment.of(whole, weights);
        long sum = Arrays.stream(weights).sum();

        assertThat(Arrays.stream(parts).sum()).isEqualTo(whole);
        for (int i = 0; i < parts.length; i++) {
            assertThat(parts[i] - Apportionment.share(whole, weights[i], sum)).isBetween(0L, 1L);
        }
    }
}
