package org.zoneregistry.feed;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zoneregistry.ledger.Dataset;

/** The name of this registry in its events: the {@code source} of CloudEvents, a URI. */
@Singleton
public final class FeedName {

    private final String value;

    FeedName(Dataset dataset, @ConfigProperty(name = "registry.feed.source") Optional<String> configured) {
        this.value = configured.orElse("urn:zone-registry:" + dataset.wireName());
    }

    /** The URI. */
    public String value() {
        return value;
    }
}
