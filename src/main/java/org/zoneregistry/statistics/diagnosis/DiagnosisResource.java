package org.zoneregistry.statistics.diagnosis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.StatisticsPosition;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.LiveZone;
import org.zoneregistry.zone.read.ZonePath;
import org.zoneregistry.zone.read.ZoneStates;

/** The problems of a zone, over HTTP. */
@Path("/v1/statistics/zones/{code}/diagnosis")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class DiagnosisResource {

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final HeavyReads heavy;
    private final ZoneStates states;

    DiagnosisResource(Reads reads, Answers answers, StatisticsPosition position, HeavyReads heavy, ZoneStates states) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.heavy = heavy;
        this.states = states;
    }

    @GET
    @Operation(
            operationId = "diagnoseZone",
            summary = "The problems of a zone",
            description =
                    "Whether it relies on a single industry, does the same as its nearest zones, lacks facilities that"
                            + " zones with the same main form of business hold, or has no clear advantage; with the"
                            + " measures, their thresholds, and for each finding the request that proves it. CSV has a"
                            + " row for each measure.")
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
                        asked,
                        point));
    }

    private Uni<RestResponse<Diagnosis>> diagnosis(ZoneCode code, Queries queries, AsKnown asked, PointInTime point) {
        LocalDate day = queries.day();
        return states.of(List.of(code.value()), day, queries.knownAt()).chain(found -> {
            if (found.isEmpty()) {
                throw ZonePath.notEstablished(code, new PointInTime(day, point.knownAt(), point.asked()));
            }
            return heavy.ask(Effort.LOOK_UP, "Ask for a month.", connection -> inputs(connection, queries), inputs -> {
                var whole = Diagnosis.of(
                        found.getFirst(),
                        inputs.own(),
                        inputs.all(),
                        inputs.live(),
                        inputs.byForm(),
                        inputs.byChapter(),
                        queries);
                var rows = whole.findings().stream()
                        .flatMap(DiagnosisFinding::rows)
                        .toList();
                return Answers.warn(
                        answers.rows(asked, point, rows, DiagnosisFinding.Row.class, whole), whole.warnings());
            });
        });
    }

    private record Inputs(Basis own, Basis all, List<LiveZone> live, PeerComparison byForm, PeerComparison byChapter) {}

    private static Uni<Inputs> inputs(SqlConnection connection, Queries queries) {
        Cube cube = Cube.in(connection);
        return LiveZone.on(connection, queries.day(), queries.knownAt())
                .chain(live -> comparison(cube, queries, Dimension.BUSINESS_FORM)
                        .chain(byForm -> comparison(cube, queries, Dimension.HS_CHAPTER)
                                .chain(byChapter -> basis(cube, queries, ofZone(queries))
                                        .chain(own -> basis(cube, queries, Map.of())
                                                .map(all -> new Inputs(own, all, live, byForm, byChapter))))));
    }

    private static Uni<Basis> basis(Cube cube, Queries queries, Map<Dimension, Set<String>> filter) {
        return Basis.of(cube, question(queries, Dimension.BUSINESS_FORM, filter));
    }

    private static Map<Dimension, Set<String>> ofZone(Queries queries) {
        return Map.of(Dimension.ZONE, Set.of(queries.zone()));
    }

    /** The figures of the zone itself, then those of all zones. */
    private static Uni<PeerComparison> comparison(Cube cube, Queries queries, Dimension kind) {
        return cube.sums(question(queries, kind, ofZone(queries))).chain(own -> {
            var comparison = new PeerComparison(queries.zone(), Kinds.of(kind, own));
            var zones = new ZoneKinds.OneByOne(kind, comparison::add);
            return cube.stream(question(queries, kind, Map.of()), List.of(Dimension.ZONE))
                    .invoke(zones::add)
                    .collect()
                    .last()
                    .map(last -> {
                        zones.end();
                        return comparison;
                    });
        });
    }

    private static CubeQuestion question(Queries queries, Dimension kind, Map<Dimension, Set<String>> filter) {
        return new CubeQuestion(
                queries.period(),
                queries.period(),
                ZoneKinds.groupBy(kind),
                filter,
                queries.validAt(),
                queries.knownAt());
    }
}
