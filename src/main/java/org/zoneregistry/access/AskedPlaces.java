package org.zoneregistry.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.log.EventLog;

/**
 * Checks the places of reads. A caller with a limit must name zones or provinces, in the path or the query. A place
 * outside of the limit is answered like an unknown one. Commands check their places themselves ({@link Limits}).
 */
@Singleton
final class AskedPlaces {

    /** Reads of figures and events of any zones. */
    private static final Set<Permission> BY_QUESTION =
            EnumSet.of(Permission.STATISTICS, Permission.ENTRIES, Permission.FEED);

    private final Limits limits;
    private final EventLog log;

    AskedPlaces(Limits limits, EventLog log) {
        this.limits = limits;
        this.log = log;
    }

    Uni<Void> check(Granted granted, Permission permission, RoutingContext routing, UriInfo uri) {
        if (granted.limit().everywhere() || !BY_QUESTION.contains(permission)) {
            return Uni.createFrom().voidItem();
        }
        String entry = path(uri, "entryId");
        if (entry != null) {
            return thing(granted, "entry:" + entry, ProblemType.ENTRY_NOT_FOUND);
        }
        String enterprise = path(uri, "id");
        if (enterprise != null) {
            return thing(granted, "enterprise:" + enterprise, ProblemType.ENTERPRISE_NOT_FOUND);
        }
        String code = path(uri, "code");
        List<String> zones = code == null ? query(routing, "zone") : List.of(code);
        List<String> provinces = query(routing, "province");
        boolean isInProvinces = !provinces.isEmpty() && provinces.stream().allMatch(granted.limit()::holdsProvince);
        if (zones.isEmpty() && !isInProvinces) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "The role " + granted.roleName() + " may ask about " + granted.limit()
                            + " alone: say which with zone or province, where this takes them.");
        }
        return limits.requireKnown(granted, zones);
    }

    /** All zones in which the thing ever was must be within the limit. */
    private Uni<Void> thing(Granted granted, String tag, ProblemType unknown) {
        return Uni.createFrom()
                .completionStage(() -> log.readByTag(tag))
                .map(events -> events.stream()
                        .map(event -> event.data().path("zone").asText())
                        .filter(zone -> !zone.isEmpty())
                        .distinct()
                        .toList())
                .chain(zones -> limits.requireKnown(granted, zones, unknown));
    }

    private static @Nullable String path(UriInfo uri, String name) {
        return uri.getPathParameters().getFirst(name);
    }

    /** A parameter may be repeated, or have several values with commas, like those of lists. */
    private static List<String> query(RoutingContext routing, String name) {
        var values = new ArrayList<String>();
        routing.queryParam(name).forEach(value -> values.addAll(Arrays.asList(value.split(",", -1))));
        return values;
    }
}
