package org.zoneregistry.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.Function;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/** Holds callers to the places that their roles are limited to. */
@Singleton
public final class Limits {

    private final ZonePlaces places;

    Limits(ZonePlaces places) {
        this.places = places;
    }

    /** Whether the caller may act on a zone. Of a zone that was never heard of the answer tells nothing: it may. */
    public Uni<Boolean> holds(Limit limit, String zone) {
        if (limit.everywhere() || limit.zones().contains(zone)) {
            return Uni.createFrom().item(true);
        }
        if (limit.provinces().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return places.provinceOf(zone)
                .map(province -> province.map(limit::holdsProvince).orElse(true));
    }

    /**
     * Fails where the caller may not act on one of the zones.
     *
     * @param refusal what it fails with, by the zone
     */
    public Uni<Void> require(Granted granted, Collection<String> zones, Function<String, ProblemException> refusal) {
        if (granted.limit().everywhere()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(zones)
                .onItem()
                .transformToUniAndConcatenate(zone -> holds(granted.limit(), zone)
                        .invoke(holds -> {
                            if (!holds) {
                                throw refusal.apply(zone);
                            }
                        }))
                .onItem()
                .ignoreAsUni();
    }

    /** The same with {@code forbidden}, for commands: that there are zones is no secret. */
    public Uni<Void> require(Granted granted, Collection<String> zones) {
        return require(granted, zones, zone -> outside(granted, "The zone " + zone + " is"));
    }

    /** Refuses what is about a whole province, or the country, and lies outside. */
    public static void requireProvince(Granted granted, String territory) {
        if (!granted.limit().holdsProvince(territory)) {
            throw outside(granted, territory + " is");
        }
    }

    /** A new zone, which has its province from the command. */
    public static void requireNew(Granted granted, String zone, String province) {
        if (!granted.limit().zones().contains(zone)) {
            requireProvince(granted, province);
        }
    }

    private static ProblemException outside(Granted granted, String what) {
        return ProblemException.of(
                ProblemType.FORBIDDEN,
                what + " outside of what the role " + granted.roleName() + " may act on: " + granted.limit() + ".");
    }
}
