package org.zoneregistry.territory;

import java.math.BigDecimal;

/** The country as a whole. */
public final class NationalTerritory {

    /** Its land area in square kilometres, as official statements give it. */
    public static final BigDecimal AREA_KM2 = BigDecimal.valueOf(9_600_000);

    private NationalTerritory() {}
}
