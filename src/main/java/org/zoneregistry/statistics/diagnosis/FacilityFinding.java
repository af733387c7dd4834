package org.zoneregistry.statistics.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.zoneregistry.statistics.formula.Share;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.read.LiveZone;
import org.zoneregistry.zone.read.Zone;

/**
 * The facilities that a zone lacks but its peers hold. Peers are the other live zones with the same main form of
 * business.
 */
final class FacilityFinding {

    private final Zone zone;
    private final List<LiveZone> peers;

    /** @param peers the other zones with the same main form of business */
    FacilityFinding(Zone zone, List<LiveZone> live, Set<String> peers) {
        this.zone = zone;
        this.peers = live.stream().filter(other -> peers.contains(other.code())).toList();
    }

    DiagnosisFinding finding(Queries queries) {
        List<Measure> missing = Arrays.stream(FacilityKind.values())
                .filter(kind -> !zone.facilities().contains(kind))
                .map(kind -> Measure.of(
                        "shareOfPeers",
                        kind.wireName(),
                        Share.of(
                                peers.stream()
                                        .filter(peer -> peer.facilities().contains(kind))
                                        .count(),
                                peers.size()),
                        TradeFindings.LARGE_SHARE))
                .filter(measure -> measure.value().isAbove(TradeFindings.LARGE_SHARE))
                .toList();
        return new DiagnosisFinding(
                "inadequate-facilities",
                null,
                peers.isEmpty() ? Verdict.UNKNOWN : Verdict.of(!missing.isEmpty()),
                "it lacks facilities that more than the threshold of its " + peers.size()
                        + " peers hold, the live zones with the same main form of business",
                missing,
                queries.zones());
    }
}
