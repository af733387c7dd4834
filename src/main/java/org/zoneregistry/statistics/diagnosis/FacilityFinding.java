package org.zoneregistry.statistics.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.formula.Share;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.read.Zone;

/** Which facilities a zone lacks that its peers hold: the other live zones with the same main form of business. */
final class FacilityFinding {

    private final Zone zone;
    private final List<Zone> peers;

    FacilityFinding(Zone zone, List<Zone> live, List<ZoneKinds> byForm) {
        this.zone = zone;
        Optional<String> main = byForm.stream()
                .filter(other -> other.zone().equals(zone.code()))
                .findAny()
                .flatMap(own -> own.kinds().largest());
        Set<String> alike = byForm.stream()
                .filter(other -> main.isPresent() && other.kinds().largest().equals(main))
                .map(ZoneKinds::zone)
                .filter(code -> !code.equals(zone.code()))
                .collect(Collectors.toSet());
        this.peers = live.stream().filter(other -> alike.contains(other.code())).toList();
    }

    Finding finding(Queries queries) {
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
                        TradeFindings.MOST))
                .filter(measure -> measure.value().isAbove(TradeFindings.MOST))
                .toList();
        return new Finding(
                "inadequate-facilities",
                null,
                peers.isEmpty() ? Verdict.UNKNOWN : Verdict.of(!missing.isEmpty()),
                "it lacks facilities that more than the threshold of its " + peers.size()
                        + " peers hold, the live zones with the same main form of business",
                missing,
                queries.zones());
    }
}
