package org.zoneregistry.rating;

import jakarta.inject.Singleton;
import java.util.Map;
import org.zoneregistry.access.FurtherOperations;
import org.zoneregistry.access.Permission;

/** The roles that may give grades and read them. */
@Singleton
final class RatingOperations implements FurtherOperations {

    @Override
    public Map<String, Permission> permissions() {
        return Map.of("RatingResource.post", Permission.ZONE_FACTS, "RatingResource.get", Permission.FIGURES);
    }
}
