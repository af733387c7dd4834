package org.zoneregistry.statistics.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.zone.read.Zone;

/**
 * What is amiss with a zone.
 *
 * @param definition what counts
 */
public record Diagnosis(String zone, String period, String definition, List<Finding> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * Diagnoses a zone among others.
     *
     * @param live the zones that are live on the day that counts
     * @param byKind what all zones trade, by each of {@link Kinds#OF_BUSINESS}
     */
    static Diagnosis of(Zone zone, List<Zone> live, Map<Dimension, List<ZoneKinds>> byKind, Queries queries) {
        Stream<Finding> ofTrade = byKind.entrySet().stream().flatMap(zones -> {
            var trade = new TradeFindings(zone.code(), zones.getKey(), zones.getValue(), queries);
            return Stream.of(trade.reliance(), trade.homogenisation(), trade.advantage());
        });
        List<ZoneKinds> byForm = byKind.getOrDefault(Dimension.BUSINESS_FORM, List.of());
        return new Diagnosis(
                zone.code(),
                queries.period().toString(),
                Kinds.DEFINITION,
                Stream.concat(ofTrade, Stream.of(new FacilityFinding(zone, live, byForm).finding(queries)))
                        .toList());
    }
}
