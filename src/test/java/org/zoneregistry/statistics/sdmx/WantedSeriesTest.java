package org.zoneregistry.statistics.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedSeriesTest {

    @Test
    void a_key_has_one_code_several_or_any() {
        assertThat(WantedSeries.parse("A.CN-JS+new-harbour._T..84").codes())
                .isEqualTo(Map.of(
                        SeriesDimension.FREQ, Set.of("A"),
                        SeriesDimension.REF_AREA, Set.of("CN-JS", "new-harbour"),
                        SeriesDimension.DIRECTION, Set.of("_T"),
                        SeriesDimension.HS_CHAPTER, Set.of("84")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "...."})
    void all_is_the_same_as_every_part_left_open(String key) {
        assertThat(WantedSeries.parse(key)).isEqualTo(WantedSeries.ANY).hasToString("....");
    }

    @Test
    void the_same_series_are_written_the_same() {
        assertThat(WantedSeries.parse("M+A..import+_T..").toString())
                .isEqualTo(WantedSeries.parse("A+M.._T+import..").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "A...", "A.....", "A+...._T", "B....", "....98", "...bonded.", ".CN-XX...", ".a--b..."})
    void what_is_no_key_is_refused(String key) {
        assertThatThrownBy(() -> WantedSeries.parse(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must ");
    }

    @Test
    void a_total_is_asked_for_once_and_an_open_part_in_every_way() {
        assertThat(Breakdown.of(WantedSeries.parse("A._T._T._T._T")))
                .containsExactly(new Breakdown(Frequency.ANNUAL, AreaLevel.ALL_ZONES, false, false));
        assertThat(Breakdown.of(WantedSeries.parse("M.CN-JS+new-harbour._T.other.")))
                .isEqualTo(List.of(
                        new Breakdown(Frequency.MONTHLY, AreaLevel.PROVINCES, true, false),
                        new Breakdown(Frequency.MONTHLY, AreaLevel.PROVINCES, true, true),
                        new Breakdown(Frequency.MONTHLY, AreaLevel.ZONES, true, false),
                        new Breakdown(Frequency.MONTHLY, AreaLevel.ZONES, true, true)));
        assertThat(Breakdown.of(WantedSeries.ANY)).hasSize(2 * 3 * 2 * 2).doesNotHaveDuplicates();
    }
}
