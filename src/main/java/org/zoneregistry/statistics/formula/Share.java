package org.zoneregistry.statistics.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;

/**
 * A part over its whole: {@code x / X}. Without unit; from 0 to 1 if the part is contained in the whole, possibly above
 * 1 otherwise.
 */
public final class Share {

    /** The reason if the whole is zero. */
    public static final String WHOLE_IS_ZERO = "the whole is zero";

    /** The reason if the whole is unknown. */
    public static final String WHOLE_IS_UNKNOWN = "the whole is unknown";

    private Share() {}

    /** For money; {@code null} means an unknown whole. */
    public static Figure of(Amount part, @Nullable Amount whole) {
        return whole == null ? Figure.none(WHOLE_IS_UNKNOWN) : Figure.quotient(part.fen(), whole.fen(), WHOLE_IS_ZERO);
    }

    /** For counts. */
    public static Figure of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** For measured values in the same unit. */
    public static Figure of(BigDecimal part, BigDecimal whole) {
        return Figure.quotient(part, whole, WHOLE_IS_ZERO);
    }
}
