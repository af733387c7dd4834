package org.zoneregistry.statistics.sdmx;

import java.util.EnumSet;
import java.util.Set;
import org.zoneregistry.statistics.cube.Dimension;

/** The length of a series' periods. */
enum Frequency {
    /** Years: their months, and trade recorded for the whole year. */
    ANNUAL("A", "Annual"),
    /** Months: only trade recorded for months. */
    MONTHLY("M", "Monthly");

    private final String code;
    private final String title;

    Frequency(String code, String title) {
        this.code = code;
        this.title = title;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** The dimensions of the cube for such periods. For months the cube returns whole years too. */
    Set<Dimension> time() {
        return switch (this) {
            case ANNUAL -> EnumSet.of(Dimension.YEAR);
            case MONTHLY -> EnumSet.of(Dimension.YEAR, Dimension.MONTH);
        };
    }
}
