package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;

/** The attributes of series and observations. */
enum SeriesAttribute {
    UNIT_MEASURE("Unit of measure", "String", "CNY"),
    UNIT_MULT("Unit multiplier, as an exponent of 10", "Integer", "0"),
    DECIMALS("Decimals", "Integer", "2"),
    /** An attribute of an observation. */
    NOT_BROKEN_DOWN(
            "Trade recorded for the year as a whole beside the month, and in none of its months", "Decimal", null),
    /** An attribute of an observation, like all that follow. */
    ENTRIES("Entries in the sum", "Integer", null),
    ZONES("Zones with such entries", "Integer", null),
    MONTHS("Months with such entries, each counted once", "Integer", null),
    ZONE_MONTHS("Months of zones with such entries", "Integer", null),
    WHOLE_YEARS("Years of zones with entries for the year as a whole", "Integer", null),
    YEARS_BESIDE_MONTHS(
            "Years of zones with entries for the year as a whole and for its months, which may be counted twice",
            "Integer",
            null),
    TOTALS_BESIDE_DIRECTIONS(
            "Months and whole years of zones with entries of a total and of a direction, which may be counted twice",
            "Integer",
            null);

    private final String title;
    private final String type;
    private final @Nullable String constant;

    SeriesAttribute(String title, String type, @Nullable String constant) {
        this.title = title;
        this.type = type;
        this.constant = constant;
    }

    String title() {
        return title;
    }

    /** Its type, as SDMX names types. */
    String type() {
        return type;
    }

    /** The value for every series; {@code null} if each observation has one. */
    @Nullable
    String constant() {
        return constant;
    }
}
