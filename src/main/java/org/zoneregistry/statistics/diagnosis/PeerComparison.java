package org.zoneregistry.statistics.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Specialisation;

/**
 * Compares a zone's trade with that of all zones, which are added one by one. Its memory does not grow with the number
 * of zones. Not thread-safe.
 */
final class PeerComparison {

    /** How many of the nearest zones are kept. */
    static final int MOST_NEAREST = 3;

    private static final Comparator<Near> BY_DISTANCE = Comparator.comparing(
                    (Near near) -> Objects.requireNonNull(near.krugman().value()))
            .thenComparing(Near::zone);

    private final String zone;
    private final Kinds own;
    private final Specialisation.Profile<String> profile;
    private final Map<String, Amount> ofKinds = new HashMap<>();
    private final List<Near> nearest = new ArrayList<>();
    private final Set<String> peers = new HashSet<>();
    private Amount ofAll = Amount.ZERO;

    /** Another zone and its distance. */
    record Near(String zone, Figure krugman) {}

    /** A comparison with no zones yet. */
    PeerComparison(String zone, Kinds own) {
        this.zone = zone;
        this.own = own;
        this.profile = new Specialisation.Profile<>(own.amounts());
    }

    /** Adds a zone. The zone itself must be added too. */
    void add(ZoneKinds one) {
        one.kinds().amounts().forEach((kind, amount) -> ofKinds.merge(kind, amount, Amount::plus));
        ofAll = ofAll.plus(one.kinds().total());
        if (one.zone().equals(zone) || own.total().isZero()) {
            return;
        }
        if (own.largest().equals(one.kinds().largest())) {
            peers.add(one.zone());
        }
        Figure krugman = Specialisation.krugman(
                profile, new Specialisation.Profile<>(one.kinds().amounts()));
        if (krugman.value() != null) {
            nearest.add(new Near(one.zone(), krugman));
            nearest.sort(BY_DISTANCE);
            if (nearest.size() > MOST_NEAREST) {
                nearest.removeLast();
            }
        }
    }

    /** The trade of the zone. */
    Kinds own() {
        return own;
    }

    /** The nearest other zones, the nearest first. */
    List<Near> nearest() {
        return List.copyOf(nearest);
    }

    /** The other zones with the same largest kind. */
    Set<String> peers() {
        return Set.copyOf(peers);
    }

    /** The share of a kind in the zone over its share in all zones. */
    Figure locationQuotient(String kind) {
        return Specialisation.locationQuotient(
                own.amounts().getOrDefault(kind, Amount.ZERO),
                own.total(),
                ofKinds.getOrDefault(kind, Amount.ZERO),
                ofAll);
    }
}
