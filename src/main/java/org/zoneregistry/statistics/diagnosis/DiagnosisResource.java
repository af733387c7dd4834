package org.zoneregistry.statistics.diagnosis;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.AsKnown;
import org.zoneregistry.platform.http.read.PointInTime;
import org.zoneregistry.platform.http.read.Reads;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZonePath;
import org.zoneregistry.zone.read.ZoneStates;

/** What is amiss with a zone, over HTTP. */
@Path("/v1/statistics/zones/{code}/diagnosis")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
public class DiagnosisResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final Cube cube;
    private final ZoneStates states;

    DiagnosisResource(Reads reads, Answers answers, StatisticsPosition position, Cube cube, ZoneStates states) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.cube = cube;
        this.states = states;
    }

    /** Diagnoses. */
    @GET
    @Operation(
            operationId = "diagnoseZone",
            summary = "What is amiss with a zone",
            description =
                    "Whether it relies on a single industry, does what its nearest zones do, lacks facilities that"
                            + " zones with the same main form of business hold, or has no clear advantage; with the measures,"
                            + " their thresholds, and for each finding the request that proves it. CSV has a row for each"
                            + " measure.")
    public Uni<RestResponse<Diagnosis>> get(
            @RestPath String code, @BeanParam AsKnown asked, @BeanParam OnePeriod when) {
        ZoneCode zone = ZonePath.code(code);
        var query = new QueryParameters();
        Period period = when.period(query);
        LocalDate validAt = when.read(query);
        return reads.at(asked, query, position)
                .chain(point -> diagnosis(
                                zone,
                                new Queries(
                                        zone.value(),
                                        Objects.requireNonNull(period),
                                        validAt,
                                        point.knownAt().position()),
                                point)
                        .map(whole -> answers.rows(
                                asked,
                                point,
                                whole.findings().stream().flatMap(Finding::rows).toList(),
                                Finding.Row.class,
                                whole)));
    }

    private Uni<Diagnosis> diagnosis(ZoneCode code, Queries queries, PointInTime point) {
        LocalDate day =
                Objects.requireNonNullElse(queries.validAt(), queries.period().lastDay());
        return states.of(List.of(code.value()), day, queries.knownAt()).chain(found -> {
            if (found.isEmpty()) {
                throw ZonePath.notEstablished(code, new PointInTime(day, point.knownAt(), point.asked()));
            }
            return states.live(day, queries.knownAt()).chain(live -> diagnosis(found.getFirst(), live, queries));
        });
    }

    private Uni<Diagnosis> diagnosis(Zone zone, List<Zone> live, Queries queries) {
        return zones(Dimension.BUSINESS_FORM, queries)
                .chain(byForm -> zones(Dimension.HS_CHAPTER, queries).map(byChapter -> {
                    Map<Dimension, List<ZoneKinds>> byKind = new EnumMap<>(Dimension.class);
                    byKind.put(Dimension.BUSINESS_FORM, byForm);
                    byKind.put(Dimension.HS_CHAPTER, byChapter);
                    return Diagnosis.of(zone, live, byKind, queries);
                }));
    }

    private Uni<List<ZoneKinds>> zones(Dimension kind, Queries queries) {
        return cube.sums(new CubeQuestion(
                        queries.period(),
                        queries.period(),
                        ZoneKinds.groupBy(kind),
                        Map.of(),
                        queries.validAt(),
                        queries.knownAt()))
                .map(cells -> ZoneKinds.of(kind, cells));
    }
}
