package org.zoneregistry.statistics.sdmx;

/** The dimensions of series, in the order of their keys. */
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

    String title() {
        return title;
    }

    /** The name of its codelist. */
    String codelist() {
        return "CL_" + name();
    }
}
