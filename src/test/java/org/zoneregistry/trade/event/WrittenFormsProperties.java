package org.zoneregistry.trade.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zoneregistry.money.Money;
import org.zoneregistry.zone.event.ZoneCode;

/** The values that can be read are exactly those that match the published regular expressions. */
class WrittenFormsProperties {

    @Property
    void chapters(@ForAll("texts") String text) {
        assertThat(isRead(HsChapter::new, text)).isEqualTo(text.matches(HsChapter.PATTERN));
    }

    @Property
    void codes(@ForAll("texts") String text) {
        assertThat(isRead(ZoneCode::new, text)).isEqualTo(text.matches(ZoneCode.PATTERN));
    }

    @Property
    void amounts(@ForAll("texts") String text) {
        boolean isOne = text.matches(Money.PATTERN) && new BigDecimal(text).signum() > 0;

        assertThat(isRead(Money::parse, text)).isEqualTo(isOne);
        if (isOne) {
            assertThat(BigDecimal.valueOf(Money.parse(text).fen(), 2)).isEqualByComparingTo(text);
        }
    }

    @Property
    void periods(@ForAll("texts") String text) {
        boolean isOne = text.matches(Period.PATTERN)
                && Integer.parseInt(text, 0, 4, 10) >= Period.FIRST_YEAR
                && Integer.parseInt(text, 0, 4, 10) <= Period.LAST_YEAR
                && (text.length() == 4 || text.substring(5).matches("0[1-9]|1[0-2]"));

        assertThat(isRead(Period::parse, text)).isEqualTo(isOne);
        if (isOne) {
            assertThat(Period.parse(text)).hasToString(text);
        }
    }

    /** By the text of the rule, without shortcuts for the usual values. */
    @Property
    void identifiers(@ForAll("identifiers") String text) {
        boolean isOne = text.matches("(?s).{1,64}")
                && text.codePoints().mapToObj(Character::toString).allMatch(WrittenFormsProperties::isOfWriting)
                && !text.matches("\\.{1,2}|#+|#[\\p{Lu}/\\d]+[!?]|#N/A|#NV|[+-]?\\d[eE]\\+\\d{2,3}"
                        + "|[+-]?\\d[.,]\\d+[eE][+-]?\\d{1,3}")
                && !hasWrongTwin(text)
                && text.equals(text.strip())
                && !text.contains("  ")
                && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && text.codePoints().noneMatch(point -> isLookAlike(Character.toString(point)));

        assertThat(isRead(EntryId::new, text)).isEqualTo(isOne);
        assertThat(isRead(EnterpriseId::new, text)).isEqualTo(isOne);
    }

    private static boolean isOfWriting(String character) {
        boolean hasPlainBase = character.codePointAt(0) < 0x180
                || Normalizer.normalize(character, Normalizer.Form.NFD).matches("(?s)\\p{ASCII}.*");
        return !character.matches("[\\p{C}\\p{M}\\p{Zl}\\p{Zp}]")
                && (character.matches(
                                "\\p{ASCII}|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsBopomofo}\\p{IsHangul}№ー]")
                        || (character.matches("\\p{IsLatin}") && hasPlainBase));
    }

    private static boolean hasWrongTwin(String text) {
        boolean isKatakana = text.matches("(?s).*[\\p{IsKatakana}&&[^エオカタチトニノハヒムロヘベペ]].*");
        return text.matches(isKatakana ? "(?s).*[一工才力夕千卜二丿八匕厶口へべぺ].*" : "(?s).*[ーエオカタチトニノハヒムロヘベペ].*");
    }

    /** By properties of Unicode, and by the characters that the generator below prefers. */
    private static boolean isLookAlike(String character) {
        boolean isPart = character.matches("[\\u2E80-\\u2EF3\\u1100-\\u11FF\\uA960-\\uA97C\\uD7B0-\\uD7FB]");
        boolean isVariant = character.matches("[ÐƉĂăĔĕĞğĬĭŎŏŬŭȂȃȆȇȊȋȎȏȖȗȘșȚț亻値郞塡黒]");
        boolean isKnown = !character.matches("\\p{ASCII}")
                && (character.matches("[\\p{Zs}\\p{Pd}\\p{Nd}\\u2212\\u2043\\u2796\\u02d7\\u2800"
                                + "\\u3164\\u115f\\u1160\\uffa0]")
                        || (!character.equals("№") && !Normalizer.isNormalized(character, Normalizer.Form.NFKC))
                        || "〇ıȷɑɡɪʀʏǀ⁄∕⧸∶։׃꞉․‚‘’‛′“”‟″ǃ∣❘∗⁎∼⁓〜〰‹›゠".contains(character));
        return isPart || isVariant || isKnown;
    }

    @Provide
    Arbitrary<String> identifiers() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(4),
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(60).ofMaxLength(68),
                Arbitraries.strings()
                        .withChars("Ae. \u00e9\u0301\u202e\u0000\u007f")
                        .ofMaxLength(4),
                Arbitraries.strings()
                        .withChars("A1 -\u00a0\u3000\u200b\u2011\u2010\u2212\u2014\uff21\uff11\ufe63\u0410"
                                + "\u0391\u4e00\u30fc\u2f00\u2116\u2160\u0663\u2800")
                        .ofMaxLength(4),
                Arbitraries.strings().withChars("1.,E+07").ofMaxLength(8),
                Arbitraries.strings().ofMaxLength(2),
                Arbitraries.strings().ofMaxLength(4));
    }

    /** Texts that nearly have one of the forms, and any others. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> close =
                Arbitraries.strings().withChars("0123456789.-a０\n").ofMaxLength(8);
        Arbitrary<String> periods =
                Arbitraries.strings().withChars("012-").ofMinLength(1).ofMaxLength(4);
        Arbitrary<String> large =
                Arbitraries.strings().withChars("0123456789").ofMinLength(13).ofMaxLength(17);
        return Arbitraries.oneOf(
                close,
                Arbitraries.strings().withCharRange('0', '9').ofLength(2),
                Arbitraries.strings().withChars("ab1-").ofMaxLength(6),
                Arbitraries.integers().between(1890, 2110).map(String::valueOf),
                periods.map(text -> "2021-" + text),
                large,
                large.map(text -> text + ".5"),
                Arbitraries.strings());
    }

    private static boolean isRead(Function<String, ?> reading, String text) {
        try {
            var _ = reading.apply(text);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
