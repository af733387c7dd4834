package org.zoneregistry.statistics.sdmx;

/** What tells series apart, in the order of their keys. */
enum SeriesDimension {
    FREQ("Frequency"),
    /** All zones together, those of a province, or one. */
    REF_AREA("Zone, province of zones, or all zones"),
    DIRECTION("Direction of trade"),
    BUSINESS_FORM("Form of business"),
    HS_CHAPTER("Chapter of the Harmonized System");

    private final String title;

    SeriesDimension(String title) {
        this.title = title;
    }

    /** What it says of a series. */
    String title() {
        return title;
    }

    /** What its codelist is called. */
    String codelist() {
        return "CL_" + name();
    }
}
