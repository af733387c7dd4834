package org.zoneregistry.reference;

import io.smallrye.mutiny.Uni;

/** Loads what the illustrative data set has in addition to the zones and published figures of the reference data. */
public interface FurtherData {

    /**
     * Loads the data. What is recorded already stays as it is.
     *
     * @param reference the full reference data, with the entries that the illustrative entries replace
     * @return the result, in one line
     */
    Uni<String> load(ReferenceTranslation reference);
}
