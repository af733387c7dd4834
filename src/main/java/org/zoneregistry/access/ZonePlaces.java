package org.zoneregistry.access;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The provinces of zones. */
public interface ZonePlaces {

    /** The province of a zone in the log, by its ISO 3166-2 code; empty for an unknown zone. */
    Uni<Optional<String>> provinceOf(String zone);
}
