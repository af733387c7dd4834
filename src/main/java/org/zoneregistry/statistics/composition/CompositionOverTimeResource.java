package org.zoneregistry.statistics.composition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.LiveZone;
import org.zoneregistry.zone.read.RegistryPosition;

/** The numbers of live zones by type over time, over HTTP. */
@Path("/v1/statistics/composition/over-time")
@Tag(name = "Statistics")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class CompositionOverTimeResource {

    /**
     * The ranges of days in which zones were live. Every range has a lower bound; a range without end has no upper
     * bound.
     */
    private static final String SPANS = """
            select type, lower(valid) as first_day, upper(valid) as end_day
            from zone_state
            where known @> $1::bigint and status in ('established', 'operating')
            limit $2::integer
            """;

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final HeavyReads heavy;

    CompositionOverTimeResource(Reads reads, Answers answers, RegistryPosition registry, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "compositionOverTime",
            summary = "The numbers of live zones by type, over time",
            description = "How many zones were live, in all and of each type: a row for each day on which a number"
                    + " changed. It stays the same until the day of the next row.")
    public Uni<RestResponse<CompositionOverTime>> get(@BeanParam AsKnown asked) {
        return reads.at(asked, registry)
                .chain(point -> heavy.ask(
                        Effort.LOOK_UP,
                        "GET /v1/statistics/composition counts them on one day.",
                        connection -> spans(connection, point.knownAt().position()),
                        spans -> {
                            List<DayOfChange> days = DayOfChange.of(spans);
                            return answers.rows(asked, point, days, DayOfChange.class, new CompositionOverTime(days));
                        }));
    }

    private static Uni<List<DayOfChange.Span>> spans(SqlClient database, long knownAt) {
        return OffLoop.map(
                database.preparedQuery(SPANS).execute(Tuple.of(knownAt, LiveZone.MOST + 1)),
                CompositionOverTimeResource::read);
    }

    private static List<DayOfChange.Span> read(RowSet<Row> rows) {
        if (rows.size() > LiveZone.MOST) {
            throw new TooMuch(LiveZone.MOST, "zones");
        }
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new DayOfChange.Span(
                        ZoneType.parse(row.getString("type")),
                        row.getLocalDate("first_day"),
                        row.getLocalDate("end_day")))
                .toList();
    }
}
