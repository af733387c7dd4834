package org.zoneregistry.money;

import java.math.BigDecimal;

/**
 * An exact amount in CNY, greater than 0 and less than 10<sup>15</sup> yuan.
 *
 * @param fen the amount in fen (1 yuan = 100 fen), 1 … 10<sup>17</sup> − 1
 */
public record Money(long fen) implements Comparable<Money> {

    /** The first amount that is too large, in fen: 10<sup>15</sup> yuan. */
    public static final long LIMIT_FEN = 100_000_000_000_000_000L;

    /** The written form as a regular expression: 1 to 15 digits, optionally a point and one or two more. */
    public static final String PATTERN = "(0|[1-9][0-9]{0,14})(\\.[0-9]{1,2})?";

    private static final int MOST_DIGITS = 15;
    private static final int FEN = 100;

    /** @throws IllegalArgumentException if the amount is out of range */
    public Money {
        if (fen <= 0 || fen >= LIMIT_FEN) {
            throw new IllegalArgumentException("must be more than 0 and less than 1000000000000000 yuan");
        }
    }

    /**
     * Reads the written form: a plain decimal with at most two decimals, such as {@code 198400000000.00} or
     * {@code 7.5}.
     *
     * @throws IllegalArgumentException with the reason, if the text has a sign, an exponent, extra leading zeros or
     *     more than two decimals, or is out of range
     */
    public static Money parse(String text) {
        int point = text.indexOf('.');
        int yuan = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (yuan < 1
                || yuan > MOST_DIGITS
                || (yuan > 1 && text.charAt(0) == '0')
                || (point >= 0 && (decimals < 1 || decimals > 2))
                || !areDigits(text, 0, yuan)
                || !areDigits(text, yuan + 1, text.length())) {
            throw new IllegalArgumentException(
                    "must be a decimal string with at most 15 digits before and 2 after the point, without sign and"
                            + " exponent, such as \"198400000000.00\"");
        }
        long fen = Long.parseLong(text, 0, yuan, 10) * FEN;
        return new Money(
                switch (decimals) {
                    case 0 -> fen;
                    case 1 -> fen + Integer.parseInt(text, yuan + 1, text.length(), 10) * 10L;
                    default -> fen + Integer.parseInt(text, yuan + 1, text.length(), 10);
                });
    }

    /** Does not use the regular expression, because every entry that is read comes through here. */
    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The written form with exactly two decimals. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
