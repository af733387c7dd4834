package org.zoneregistry.identifier;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rule for identifiers that other organisations choose. A person can see and type each character, so two
 * identifiers that look the same are the same (Unicode TS 39). Letters are Latin, Chinese, Japanese and Korean. Digits
 * are 0 to 9, the one space is U+0020, and the one hyphen is U+002D.
 */
public final class Identifiers {

    private static final Set<UnicodeScript> SCRIPTS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    /** Long numbers as spreadsheets show them, and placeholders that spreadsheets show instead of values. */
    private static final Pattern OF_SPREADSHEETS = Pattern.compile(
            "[+-]?[0-9][.,][0-9]+[Ee][+-]?[0-9]{1,3}|[+-]?[0-9][Ee]\\+[0-9]{2,3}|#+|#[\\p{Lu}/0-9]+[!?]|#N/A|#NV");

    private Identifiers() {}

    /**
     * Checks an identifier.
     *
     * @param mostCharacters the limit, in Unicode code points
     * @throws IllegalArgumentException with the reason, in words that can follow the member's name ("must …"), and with
     *     the identifier that it looks like, if there is one
     */
    public static void check(String value, int mostCharacters) {
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > mostCharacters) {
            throw new IllegalArgumentException("must have 1 to " + mostCharacters + " characters");
        }
        if (!isVisibleAscii(value)) {
            checkCharacters(value);
        }
        if (value.equals(".") || value.equals("..")) {
            // a URL path would treat them as relative steps, percent-encoded or not (RFC 3986, 6.2.2.3)
            throw new IllegalArgumentException("must not be . or ..");
        }
        char first = value.charAt(0);
        if ((first <= '9' || value.length() == 1)
                && OF_SPREADSHEETS.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must not be a value that a spreadsheet shows in place of the identifier; format the column as text"
                            + " and enter it again");
        }
    }

    private static void checkCharacters(String value) {
        if (!value.codePoints().allMatch(Identifiers::isPrintable)) {
            throw new IllegalArgumentException("must have printable characters only");
        }
        LookAlikes.refuse(value);
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException("must not begin or end with white space");
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("must be in Unicode normalisation form C");
        }
        value.codePoints().filter(point -> !isOfScript(point)).findFirst().ifPresent(point -> {
            throw new IllegalArgumentException(
                    "must have only letters of Latin, Chinese, Japanese or Korean writing without further marks, and"
                            + " signs of ASCII, not %s".formatted(LookAlikes.code(point)));
        });
    }

    /** A shortcut: nearly all identifiers are ASCII, and every entry that is read comes through here. */
    private static boolean isVisibleAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasPlainBase(int letter) {
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                        .charAt(0)
                < 0x80;
    }

    /** Does not cover invisible characters: {@link LookAlikes} handles them. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Common signs that are neither ASCII nor look like it: the numero sign, and the long vowel of katakana. */
    private static final String SIGNS = "№ー";

    /**
     * A combining mark has no script of its own, so a mark that is left in normalisation form C is refused. So are
     * letters for phonetics and old orthographies: most of them look like others.
     */
    private static boolean isOfScript(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        boolean isKnown = switch (script) {
            case COMMON -> character < 0x80 || SIGNS.indexOf(character) >= 0;
            case LATIN -> character < 0x180 || hasPlainBase(character);
            default -> SCRIPTS.contains(script);
        };
        return isKnown
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                        false;
                    default -> true;
                };
    }
}
