package org.zoneregistry.statistics.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;

/**
 * A part over its whole: {@code x / X}. Without unit; from 0 to 1 where the part is one of the whole, above where it is
 * more than what it is compared with.
 */
public final class Share {

    /** Why nothing has a share of it. */
    public static final String WHOLE_IS_ZERO = "the whole is zero";

    /** Why no share of it is known. */
    public static final String WHOLE_IS_UNKNOWN = "the whole is unknown";

    private Share() {}

    /** Of money; {@code null} for a whole that is unknown. */
    public static Figure of(Amount part, @Nullable Amount whole) {
        return whole == null ? Figure.none(WHOLE_IS_UNKNOWN) : Figure.quotient(part.fen(), whole.fen(), WHOLE_IS_ZERO);
    }

    /** Of things that are counted. */
    public static Figure of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** Of anything that is measured, both in the same unit. */
    public static Figure of(BigDecimal part, BigDecimal whole) {
        return Figure.quotient(part, whole, WHOLE_IS_ZERO);
    }
}
