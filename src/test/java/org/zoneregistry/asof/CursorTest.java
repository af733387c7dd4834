package org.zoneregistry.asof;

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

    private static final CursorSeal SEAL = new CursorSeal(new byte[32]);

    @Property
    void is_read_back_as_it_was_written(@ForAll @IntRange int position, @ForAll @Size(max = 8) List<String> after) {
        var cursor = new Cursor(position, LocalDate.of(2022, 12, 31), position * 31L, after);
        assertThat(SEAL.opened(SEAL.sealed(cursor))).isEqualTo(cursor);
    }

    @Test
    void any_damaged_character_is_found_out() {
        var text = SEAL.sealed(CURSOR);
        for (var i = 0; i < text.length() - 1; i++) {
            var damaged = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThatThrownBy(() -> SEAL.opened(damaged)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "====", "not a cursor", "AAAA", "%00", "ÿ", "AQAAAAAAAAGcAAAAAAAAS5c"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> SEAL.opened(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_sealed_with_another_key_is_refused() {
        var other = new byte[32];
        other[31] = 1;
        var foreign = new CursorSeal(other).sealed(CURSOR);
        assertThatThrownBy(() -> SEAL.opened(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cursor_with_a_checksum_that_anybody_can_compute_is_refused() throws Exception {
        var bytes = CURSOR.bytes();
        var checksum = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        for (var length : List.of(8, 16, 32)) {
            var forged = java.util.Arrays.copyOf(bytes, bytes.length + length);
            System.arraycopy(checksum, 0, forged, bytes.length, length);
            var text = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThatThrownBy(() -> SEAL.opened(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_refusal_does_not_repeat_what_was_sent() {
        assertThatThrownBy(() -> SEAL.opened("\u001b[31m\nERROR forged"))
                .hasMessage("is not a cursor of this registry; take it from a Link header");
    }

    @Test
    void a_question_does_not_depend_on_the_order_of_parameters_or_on_the_limit() {
        assertThat(Cursor.question("/v1/zones", List.of("type=a", "limit=5", "q=b", "cursor=x")))
                .isEqualTo(Cursor.question("/v1/zones", List.of("q=b", "type=a")))
                .isNotEqualTo(Cursor.question("/v1/zones", List.of("q=b", "type=c")))
                .isNotEqualTo(Cursor.question("/v1/trade", List.of("q=b", "type=a")));
    }
}
