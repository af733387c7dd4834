package org.zoneregistry.http.body;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * An area in square kilometres: more than 0, at most 100,000, at most six decimals (1 m²), exact.
 *
 * @param value without trailing zeros, so that equal areas are equal
 */
public record AreaKm2(@JsonValue BigDecimal value) {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);
    private static final int MOST_DECIMALS = 6;

    /** @throws IllegalArgumentException with the reason, if the area is out of range or has too many decimals */
    public AreaKm2 {
        // Checks the exponent before any computation: 1e999999999 must not be expanded.
        if (value.signum() <= 0
                || value.precision() - (long) value.scale() > LARGEST.precision()
                || value.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("must be more than 0 and at most 100000");
        }
        value = value.stripTrailingZeros();
        if (value.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("must have at most " + MOST_DECIMALS + " decimals");
        }
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }
}
