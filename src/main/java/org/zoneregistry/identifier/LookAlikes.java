package org.zoneregistry.identifier;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds text that looks like other text (Unicode TS 39): invisible characters, spaces, hyphens, variants of a letter
 * such as full-width forms, and letters and signs that look like ASCII.
 */
public final class LookAlikes {

    /** Is in use, although it is a compatibility form of "No". */
    private static final int NUMERO = 0x2116;

    /**
     * Katakana, each with the Chinese character or hiragana that looks like it. The other letters of a text tell which
     * one is meant: katakana if there is another katakana, which looks like nothing else.
     */
    private static final String TWINS = "ー一エ工オ才カ力タ夕チ千ト卜ニ二" + "ノ丿ハ八ヒ匕ム厶ロ口ヘへベべペぺ";

    /** Pairs of a character and the character that it looks like in most fonts. */
    private static final String PAIRS =
            // Cyrillic
            "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXҮYԌGԚQԜWаaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwѵv"
                    // Greek
                    + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϹCϳjοoνvρpυuιiκkαa"
                    // Latin
                    + "ıiȷjɑaɡgɪIʀRʏYǀlɩiƖlƼ5ƽ5ÐĐƉĐĂǍăǎĔĚĕěĞǦğǧĬǏĭǐŎǑŏǒŬǓŭǔ"
                    + "ȂÂȃâȆÊȇêȊÎȋîȎÔȏôȖÛȗûȘŞșşȚŢțţ"
                    // variants of Chinese characters
                    + "亻イ値值郞郎塡填黒黑"
                    // signs
                    + "⁄/∕/⧸/∶:։:׃:꞉:․.‚,‘'’'‛'′'“\"”\"‟\"″\"ǃ!∣|❘|∗*⁎*∼~⁓~〜~〰~‹<›>゠="
                    + "ʼ'ʻ'ʹ'ˊ'´'×x・.·.〇O";

    private static final Map<Integer, String> LIKE = like();

    private LookAlikes() {}

    private static Map<Integer, String> like() {
        Map<Integer, String> like = new TreeMap<>();
        for (int i = 0; i < PAIRS.length(); i += 2) {
            like.put((int) PAIRS.charAt(i), PAIRS.substring(i + 1, i + 2));
        }
        return like;
    }

    /** What a text looks like, in plain characters that everybody can type. Returns the text itself if it is plain. */
    public static String plain(String text) {
        var plain = new StringBuilder(text.length());
        boolean isKatakana = isKatakana(text);
        text.codePoints().forEach(point -> {
            String other = plain(point, isKatakana);
            if (other == null) {
                plain.appendCodePoint(point);
            } else {
                plain.append(other);
            }
        });
        return plain.toString().replaceAll(" {2,}", " ");
    }

    /** An ending for the message about a refused text. Empty if the text looks like no other. */
    public static String hint(String text) {
        String plain = plain(text).strip();
        return plain.equals(text) ? "" : "; it looks like " + plain;
    }

    /** @throws IllegalArgumentException if the text looks like another one; the message names that one */
    static void refuse(String text) {
        boolean isKatakana = isKatakana(text);
        Optional<String> what = text.codePoints()
                .filter(point -> plain(point, isKatakana) != null)
                .mapToObj(point -> kind(point) + " (" + code(point) + ")")
                .findFirst();
        if (what.isPresent() || text.contains("  ")) {
            throw new IllegalArgumentException("must not have " + what.orElse("two spaces in a row") + hint(text));
        }
    }

    static String code(int point) {
        return "U+%04X".formatted(point);
    }

    private static String kind(int point) {
        return isInvisible(point)
                ? "an invisible character"
                : isBlank(point)
                        ? "a space other than U+0020"
                        : isHyphen(point)
                                ? "a hyphen other than U+002D"
                                : isPart(point)
                                        ? "a part of a character instead of the character"
                                        : "a character that looks like another";
    }

    private static boolean isKatakana(String text) {
        return text.codePoints()
                .anyMatch(point -> UnicodeScript.of(point) == UnicodeScript.KATAKANA && TWINS.indexOf(point) < 0);
    }

    /** What a character looks like; null if it looks like itself. */
    private static @Nullable String plain(int point, boolean isKatakana) {
        if (point < 0x80 || point == NUMERO) {
            return null;
        }
        int twin = TWINS.indexOf(point);
        if (twin >= 0 && (twin % 2 == 0) != isKatakana) {
            return TWINS.substring(twin ^ 1, (twin ^ 1) + 1);
        }
        String like = LIKE.get(point);
        if (like != null) {
            return like;
        }
        if (isInvisible(point) || isPart(point)) {
            return "";
        }
        if (isBlank(point)) {
            return " ";
        }
        if (isHyphen(point)) {
            return "-";
        }
        if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
            return String.valueOf(Character.digit(point, 10));
        }
        String itself = Character.toString(point);
        String form = Normalizer.normalize(itself, Normalizer.Form.NFKC);
        return form.equals(itself) ? null : form;
    }

    /** Characters that fonts show as nothing (the assigned ones of Default_Ignorable_Code_Point). */
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT
                || point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || (point >= 0x180B && point <= 0x180F)
                || point == 0x3164
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0xFFA0
                || (point >= 0xE0100 && point <= 0xE01EF);
    }

    /** Radicals and conjoining Hangul letters: they look like characters, and like one another. */
    private static boolean isPart(int point) {
        return (point >= 0x2E80
                        && point <= 0x2EF3
                        && Normalizer.isNormalized(Character.toString(point), Normalizer.Form.NFKC))
                || (point >= 0x1100 && point <= 0x11FF && !isInvisible(point))
                || (point >= 0xA960 && point <= 0xA97C)
                || (point >= 0xD7B0 && point <= 0xD7FB);
    }

    private static boolean isBlank(int point) {
        return Character.getType(point) == Character.SPACE_SEPARATOR || point == 0x2800;
    }

    private static boolean isHyphen(int point) {
        return Character.getType(point) == Character.DASH_PUNCTUATION
                || point == 0x02D7
                || point == 0x06D4
                || point == 0x2043
                || point == 0x2212
                || point == 0x2796
                || point == 0x2CBA;
    }
}
