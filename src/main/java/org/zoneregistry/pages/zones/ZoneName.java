package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import org.zoneregistry.pages.Language;

/** What a zone is called on a page. */
final class ZoneName {

    private ZoneName() {}

    /** The name in a language; the English one where the other isn't known. */
    static String of(JsonNode zone, Language language) {
        JsonNode name = zone.path("name");
        return name.path(language.tag()).asText(name.path("en").asText());
    }
}
