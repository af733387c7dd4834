package org.zoneregistry.access;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where zones lie. */
public interface ZonePlaces {

    /**
     * The province of a zone by its ISO 3166-2 code, as far as the log says; empty of a zone that was never heard of.
     */
    Uni<Optional<String>> provinceOf(String zone);
}
