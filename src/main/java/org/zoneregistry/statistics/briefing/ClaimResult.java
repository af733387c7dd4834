package org.zoneregistry.statistics.briefing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.formula.Figure;

/**
 * The result for a claim.
 *
 * @param value in the claim's unit; {@code null} if there is none
 * @param reason why there is none
 * @param from the trade that it was computed from; empty for counts of zones
 */
record ClaimResult(
        @Nullable String value,
        @Nullable String reason,
        List<ZonesTrade> from,
        @Nullable String note) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String NOT_IN_THE_DATA = "not in the data: ";

    static ClaimResult of(long count) {
        return new ClaimResult(Long.toString(count), null, List.of(), null);
    }

    static ClaimResult of(ZonesTrade trade) {
        Amount amount = trade.amount();
        return amount == null
                ? none(trade.missing(), List.of(trade))
                : new ClaimResult(amount.toString(), null, List.of(trade), null);
    }

    static ClaimResult of(Figure figure, List<ZonesTrade> from) {
        return figure.value() == null
                ? none(String.valueOf(figure.reason()), from)
                : new ClaimResult(figure.value().toPlainString(), null, from, null);
    }

    static ClaimResult none(String why, List<ZonesTrade> from) {
        return new ClaimResult(null, NOT_IN_THE_DATA + why, from, null);
    }

    /** A part over its whole in percent, to as many digits as a figure has, rounded once. */
    static ClaimResult percent(BigDecimal part, BigDecimal whole, List<ZonesTrade> from) {
        return whole.signum() == 0
                ? none("the whole is zero", from)
                : new ClaimResult(
                        part.multiply(HUNDRED)
                                .divide(whole, Figure.DIGITS, RoundingMode.HALF_EVEN)
                                .toPlainString(),
                        null,
                        from,
                        null);
    }

    ClaimResult noted(@Nullable String what) {
        return new ClaimResult(value, reason, from, what);
    }
}
