package org.zoneregistry.statistics.sdmx;

import java.util.EnumSet;
import java.util.Set;
import org.zoneregistry.statistics.cube.Dimension;

/** How long the periods of a series are. */
enum Frequency {
    /** Years: their months, and what was recorded for the year as a whole. */
    ANNUAL("A", "Annual"),
    /** Months: what was recorded for months alone. */
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

    /** By what the cube is to take sums apart for such periods; for months it gives whole years beside them. */
    Set<Dimension> time() {
        return switch (this) {
            case ANNUAL -> EnumSet.of(Dimension.YEAR);
            case MONTHLY -> EnumSet.of(Dimension.YEAR, Dimension.MONTH);
        };
    }
}
