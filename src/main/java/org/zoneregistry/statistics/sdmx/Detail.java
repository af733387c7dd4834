package org.zoneregistry.statistics.sdmx;

/** How much of the series is wanted; the parameter {@code detail} of SDMX 2.1, with its names. */
enum Detail {
    FULL(true, true),
    DATAONLY(false, true),
    SERIESKEYSONLY(false, false),
    NODATA(true, false);

    private final boolean attributes;
    private final boolean observations;

    Detail(boolean attributes, boolean observations) {
        this.attributes = attributes;
        this.observations = observations;
    }

    /** Whether attributes are wanted. */
    boolean attributes() {
        return attributes;
    }

    /** Whether observations are. */
    boolean observations() {
        return observations;
    }
}
