package org.zoneregistry.statistics.sdmx;

/** The requested parts of series; the parameter {@code detail} of SDMX 2.1, with its names. */
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

    /** Whether attributes are requested. */
    boolean attributes() {
        return attributes;
    }

    /** Whether observations are requested. */
    boolean observations() {
        return observations;
    }
}
