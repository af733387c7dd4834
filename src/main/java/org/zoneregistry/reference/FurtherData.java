package org.zoneregistry.reference;

import io.smallrye.mutiny.Uni;

/** What the illustrative data set tells beside the zones and the published figures of the reference data. */
public interface FurtherData {

    /**
     * Tells it; what is there already is left as it is.
     *
     * @param reference the reference data in full, with the entries that the illustrative data set stands in for
     * @return what came of it, in one line
     */
    Uni<String> load(ReferenceTranslation reference);
}
