package org.zoneregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.zone.event.ZoneCode;

class IdentifiersTest {

    /** All look like "CN-2022 A1", or nearly. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN-2022\u200b A1", // zero width space
                "CN-2022 A1\u200d",
                "\ufeffCN-2022 A1",
                "CN-2022 A\u00ad1", // soft hyphen
                "CN-2022 A1\ufe0f", // variation selector
                "CN-2022\u3164 A1", // Hangul filler
                "CN-\u034f2022 A1", // grapheme joiner
                "CN-2022\u2060 A1",
                "CN-2022\u00a0A1", // no-break space
                "CN-2022\u2003A1",
                "CN-2022\u3000A1",
                "CN-2022\u202fA1",
                "CN-2022\u2800A1", // Braille without points
                "CN-2022  A1",
                "CN-2022 A1\u00a0",
                "CN\u20102022 A1", // hyphen
                "CN\u20112022 A1", // no-break hyphen
                "CN\u20122022 A1",
                "CN\u20132022 A1",
                "CN\u20142022 A1",
                "CN\u22122022 A1", // minus
                "CN\ufe632022 A1",
                "CN\uff0d2022 A1",
                "\uff23N-2022 A1", // full-width
                "CN-\uff12022 A1",
                "CN-202\ud835\udfda A1", // a mathematical digit
                "CN-2022 \u04101", // Cyrillic
                "\u0421N-2022 A1",
                "CN-2022 \u03911", // Greek
                "\u216d\uff2e-2022 A1", // a Roman numeral
            })
    void a_text_that_looks_like_another_is_refused_and_names_the_other(String id) {
        assertThatThrownBy(() -> Identifiers.check(id, 64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must not have ")
                .hasMessageEndingWith("; it looks like CN-2022 A1");
        assertThatCode(() -> Identifiers.check("CN-2022 A1", 64)).doesNotThrowAnyException();
    }

    @Test
    void the_character_is_named() {
        assertThatThrownBy(() -> Identifiers.check("A\u20111", 64))
                .hasMessage("must not have a hyphen other than U+002D (U+2011); it looks like A-1");
        assertThatThrownBy(() -> Identifiers.check("A\u200b1", 64))
                .hasMessage("must not have an invisible character (U+200B); it looks like A1");
        assertThatThrownBy(() -> Identifiers.check("A\u00a01", 64))
                .hasMessage("must not have a space other than U+0020 (U+00A0); it looks like A 1");
        assertThatThrownBy(() -> Identifiers.check("\uff211", 64))
                .hasMessage("must not have a character that looks like another (U+FF21); it looks like A1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"宁波\uff0d1", "宁波\u200b-1", "\u2f00-1", "TW-カ-1", "卜ヨ夕-1", "ロ-1", "ー", "二〇二二"})
    void chinese_look_alikes_are_refused_too(String id) {
        assertThatThrownBy(() -> Identifiers.check(id, 64)).hasMessageContaining("it looks like ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NH/2022 №17%;é",
                "新港-1",
                "新港保税区 2022",
                "さくら-1",
                "サーバー1",
                "부산-1",
                "../..",
                "トヨタ-1",
                "第一-1",
                "ơ-1",
                "a b+c",
                "E-1",
                "1E5",
                "2022E+",
                "~'()*",
                "#1",
                "1-E+17",
                "䶮-1",
                "𠮷-1",
                "Š-1",
                "ø2"
            })
    void plain_texts_are_identifiers(String id) {
        assertThatCode(() -> Identifiers.check(id, 64)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.23457E+17",
                "1E+17",
                "1,23457E+17",
                "-9.1E+102",
                "#",
                "########",
                "#REF!",
                "#N/A",
                "#NAME?",
                "1.23457e+17",
                "1.23457E17",
                "#BEZUG!",
                "#NV",
                "#NOM?"
            })
    void values_that_a_spreadsheet_shows_are_refused(String id) {
        assertThatThrownBy(() -> Identifiers.check(id, 64)).hasMessageContaining("a spreadsheet shows");
    }

    /** Variants and confusable characters of Unicode TS 39. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "la-\u00d0x", // eth, like D with a stroke
                "\u011e1", // breve, like caron
                "\u0218t", // comma below, like cedilla
                "\u2ec4\u5b89", // a radical
                "\u1100x", // a conjoining Hangul letter
                "\u4ebb1",
                "TW-\u2113-1",
                "\u2460",
                "x\u00b2",
                "1\u00aa",
                "\u0133-1",
                "\u01c9-1",
                "\u017f-1",
                "…/..",
                "a\u02bcb",
                "a\u00b4b",
                "2\u00d72",
                "\u0196-1",
                "\u01bc-1",
                "a\u00b7b",
                "a・b",
                "〔1〕",
                "\u0269-1",
                "\u212f-1"
            })
    void other_look_alikes_are_refused(String id) {
        assertThatThrownBy(() -> Identifiers.check(id, 64)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ж-1", "Ω1", "ｱ\u0337", "A\u0301\u0332", "é\u0332", "שלום"})
    void other_scripts_and_marks_are_refused(String id) {
        assertThatThrownBy(() -> Identifiers.check(id, 64)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_zone_code_says_which_one_it_looks_like() {
        assertThatThrownBy(() -> new ZoneCode("new\u2011harbour"))
                .hasMessageEndingWith("such as shanghai-waigaoqiao; it looks like new-harbour.");
        assertThatThrownBy(() -> new ZoneCode("New Harbour")).hasMessageEndingWith("such as shanghai-waigaoqiao.");
        assertThat(ZoneCode.hint("new-harbour")).isEmpty();
        assertThat(ZoneCode.hint("新港")).isEmpty();
    }
}
