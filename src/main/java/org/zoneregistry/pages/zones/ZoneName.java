package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import org.zoneregistry.pages.Language;

/** The name of a zone on a page. */
final class ZoneName {

    private ZoneName() {}

    /** The name in a language; in English if the other is unknown. */
    static String of(JsonNode zone, Language language) {
        JsonNode name = zone.path("name");
        return name.path(language.tag()).asText(name.path("en").asText());
    }
}
