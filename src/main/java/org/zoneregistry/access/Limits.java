package org.zoneregistry.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/** Checks the places of commands against the limits of their callers. */
@Singleton
public final class Limits {

    private final ZonePlaces places;

    public Limits(ZonePlaces places) {
        this.places = places;
    }

    /**
     * Whether the caller may act on a zone. Empty for an unknown zone, unless the limit names it: nobody can say yet in
     * which province it will be.
     */
    public Uni<Optional<Boolean>> holds(Limit limit, String zone) {
        if (limit.everywhere() || limit.zones().contains(zone)) {
            return Uni.createFrom().item(Optional.of(true));
        }
        if (limit.provinces().isEmpty()) {
            return Uni.createFrom().item(Optional.of(false));
        }
        return places.provinceOf(zone).map(province -> province.map(limit::holdsProvince));
    }

    /**
     * Fails where the caller may not act on one of the zones.
     *
     * @param ofUnknown whether it may act on unknown zones: a command about one is refused later, and does nothing
     * @param refusal the failure for a zone
     */
    private Uni<Void> require(
            Granted granted, Collection<String> zones, boolean ofUnknown, Function<String, ProblemException> refusal) {
        if (granted.limit().everywhere()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(zones)
                .onItem()
                .transformToUniAndConcatenate(zone -> holds(granted.limit(), zone)
                        .invoke(holds -> {
                            if (!holds.orElse(ofUnknown)) {
                                throw refusal.apply(zone);
                            }
                        }))
                .onItem()
                .ignoreAsUni();
    }

    /** Fails where the caller may not read about one of the zones. A foreign zone is answered like an unknown one. */
    public Uni<Void> requireKnown(Granted granted, Collection<String> zones) {
        return require(
                granted,
                zones,
                false,
                zone -> ProblemException.of(ProblemType.ZONE_NOT_FOUND, "There is no zone " + zone + "."));
    }

    /** Fails with {@code forbidden} where the caller may not act on one of the zones. Their existence is no secret. */
    public Uni<Void> require(Granted granted, Collection<String> zones) {
        return require(granted, zones, true, zone -> outside(granted, "The zone " + zone + " is"));
    }

    /**
     * Fails with {@code forbidden} where a thing was in a zone on which the caller may not act.
     *
     * @param zones the zones of the thing; none if it is new
     */
    public Uni<Void> requireNowhereElse(Granted granted, Collection<String> zones, String thing) {
        return require(granted, zones, false, zone -> outside(granted, "The " + thing + " was in a zone"));
    }

    /**
     * Fails where the caller may not act on one of the zones of a thing, or where nothing is known of it. Both have the
     * same answer, so a caller does not learn which ids exist outside of its limit. Without a limit this never fails.
     *
     * @param zones the zones of the thing; none if it is unknown
     * @param unknown the problem of an unknown thing
     */
    public Uni<Void> requireKnown(Granted granted, Collection<String> zones, ProblemType unknown) {
        if (granted.limit().everywhere()) {
            return Uni.createFrom().voidItem();
        }
        ProblemException nothing = ProblemException.of(
                unknown, "Nothing of this id is known within the limit of the role " + granted.roleName() + ".");
        return zones.isEmpty() ? Uni.createFrom().failure(nothing) : require(granted, zones, false, zone -> nothing);
    }

    /** Refuses a whole province, or the country, outside of the limit. */
    public static void requireProvince(Granted granted, String territory) {
        if (!granted.limit().holdsProvince(territory)) {
            throw outside(granted, territory + " is");
        }
    }

    /** Checks a new zone. Its province is in the command, and it may have been a zone of another province before. */
    public Uni<Void> requireNew(Granted granted, String zone, String province) {
        if (!granted.limit().zones().contains(zone)) {
            requireProvince(granted, province);
        }
        return require(granted, List.of(zone));
    }

    private static ProblemException outside(Granted granted, String what) {
        return ProblemException.of(
                ProblemType.FORBIDDEN,
                what + " outside of what the role " + granted.roleName() + " may act on: " + granted.limit() + ".");
    }
}
