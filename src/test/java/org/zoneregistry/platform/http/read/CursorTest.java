package org.zoneregistry.platform.http.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor CURSOR =
            new Cursor(412, LocalDate.of(2022, 12, 31), 7, List.of("CN-SH", "new-harbour-cbz"));

    @Property
    void is_read_back_as_it_was_written(@ForAll @IntRange int position, @ForAll @Size(max = 8) List<String> after) {
        var cursor = new Cursor(position, LocalDate.of(2022, 12, 31), position * 31L, after);
        assertThat(Cursor.decoded(cursor.encoded())).isEqualTo(cursor);
    }

    @Test
    void any_damaged_character_is_found_out() {
        var text = CURSOR.encoded();
        for (var i = 0; i < text.length() - 1; i++) {
            var damaged = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThatThrownBy(() -> Cursor.decoded(damaged)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "====", "not a cursor", "AAAA", "%00", "ÿ", "AQAAAAAAAAGcAAAAAAAAS5c"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.decoded(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_question_does_not_depend_on_the_order_of_parameters_or_on_the_limit() {
        assertThat(Cursor.question("/v1/zones", List.of("type=a", "limit=5", "q=b", "cursor=x")))
                .isEqualTo(Cursor.question("/v1/zones", List.of("q=b", "type=a")))
                .isNotEqualTo(Cursor.question("/v1/zones", List.of("q=b", "type=c")))
                .isNotEqualTo(Cursor.question("/v1/trade", List.of("q=b", "type=a")));
    }
}
