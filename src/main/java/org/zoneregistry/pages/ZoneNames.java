package org.zoneregistry.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.zoneregistry.asof.Page;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.projections.rebuild.CopyAsked;
import org.zoneregistry.zone.read.list.ZoneFilter;
import org.zoneregistry.zone.read.list.ZonesResource;

/** The names of zones, for pages whose data have only codes. */
@Singleton
public final class ZoneNames {

    /** The largest page of the list. Zones after it are shown by their codes. */
    private static final String MOST = "1000";

    private final Answered answered;
    private final ZonesResource zones;

    ZoneNames(Answered answered, ZonesResource zones) {
        this.answered = answered;
        this.zones = zones;
    }

    /** The names by code, in the language and at the point in time of the page. Empty if the list can't be read. */
    public Uni<Map<String, String>> at(Visit visit) {
        var page = new Page();
        page.limit = MOST;
        return answered.by(zones.list(visit.asOf(), new ZoneFilter(), page, new CopyAsked()))
                .map(list -> names(list, visit.language()))
                .onFailure(ProblemException.class)
                .recoverWithItem(Map.of());
    }

    private static Map<String, String> names(JsonNode list, Language language) {
        var names = new HashMap<String, String>();
        list.path("zones")
                .forEach(zone -> names.put(
                        zone.path("code").asText(),
                        zone.path("name")
                                .path(language.tag())
                                .asText(zone.path("name").path("en").asText())));
        return names;
    }
}
