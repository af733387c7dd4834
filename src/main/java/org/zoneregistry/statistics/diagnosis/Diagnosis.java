package org.zoneregistry.statistics.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.InEachRow;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.zone.read.LiveZone;
import org.zoneregistry.zone.read.Zone;

/**
 * The problems of a zone.
 *
 * @param definition what is included
 * @param covers what the zone's entries cover; absent if there are none
 * @param coversAll what the entries of all zones cover, for the comparison; absent if there are none
 * @param notBrokenDown trade of the zone that was recorded for the whole year and not for the month, which is ignored;
 *     absent if there is none
 * @param warnings that trade of the zone may be counted twice; absent if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Diagnosis(
        String zone,
        String period,
        String definition,
        @InEachRow @Nullable Coverage covers,
        @InEachRow @Nullable Coverage coversAll,
        @InEachRow @Nullable Amount notBrokenDown,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        List<DiagnosisFinding> findings) {

    public Diagnosis {
        warnings = List.copyOf(warnings);
        findings = List.copyOf(findings);
    }

    /**
     * Diagnoses a zone among others.
     *
     * @param own the basis of its own figures
     * @param all the basis of all zones
     * @param live the zones that are live on the deciding day
     * @param byForm its trade compared with that of all zones, by form of business
     * @param byChapter the same by chapter
     */
    static Diagnosis of(
            Zone zone,
            Basis own,
            Basis all,
            List<LiveZone> live,
            PeerComparison byForm,
            PeerComparison byChapter,
            Queries queries) {
        Stream<DiagnosisFinding> ofTrade = Stream.of(
                        new TradeFindings(Dimension.BUSINESS_FORM, byForm, queries),
                        new TradeFindings(Dimension.HS_CHAPTER, byChapter, queries))
                .flatMap(trade -> Stream.of(trade.reliance(), trade.homogenisation(), trade.advantage()));
        return new Diagnosis(
                zone.code(),
                queries.period().toString(),
                Kinds.DEFINITION,
                own.coverage(),
                all.coverage(),
                own.notBrokenDown(),
                own.warnings(),
                Stream.concat(ofTrade, Stream.of(new FacilityFinding(zone, live, byForm.peers()).finding(queries)))
                        .toList());
    }
}
