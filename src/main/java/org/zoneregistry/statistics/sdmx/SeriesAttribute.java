package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;

/** What is said about series and observations beside their values. */
enum SeriesAttribute {
    UNIT_MEASURE("Unit of measure", "String", "CNY"),
    UNIT_MULT("Unit multiplier, as an exponent of 10", "Integer", "0"),
    DECIMALS("Decimals", "Integer", "2"),
    /** Of an observation. */
    NOT_BROKEN_DOWN(
            "Trade recorded for the year as a whole beside the month, and in none of its months", "Decimal", null),
    /** Of an observation, as all that follow. */
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

    /** What every series says; {@code null} where each observation says it. */
    @Nullable
    String constant() {
        return constant;
    }
}
