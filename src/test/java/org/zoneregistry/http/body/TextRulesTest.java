package org.zoneregistry.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x01, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x061C,
                0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF
            })
    void refuses_characters_that_no_name_has(int point) {
        assertThat(TextRules.broken("a" + Character.toString(point) + "b"))
                .hasValueSatisfying(detail -> assertThat(detail).contains("U+%04X".formatted(point)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"上海外高桥保税区", "Zone “A” – (B) & C", "é", "𠀀 rare", "x\u200Dy", "", "a b"})
    void lets_ordinary_text_through(String text) {
        assertThat(TextRules.broken(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "\u00A0a", "a\u3000", " ", "\uFEFFa"})
    void refuses_white_space_at_the_ends(String text) {
        assertThat(TextRules.broken(text)).isPresent();
    }

    @Test
    void refuses_endless_text() {
        assertThat(TextRules.broken("x".repeat(TextRules.MOST_CHARACTERS))).isEmpty();
        assertThat(TextRules.broken("x".repeat(TextRules.MOST_CHARACTERS + 1))).isPresent();
    }
}
