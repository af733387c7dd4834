package org.zoneregistry.zone.read.states;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.asof.heavy.HeavyReads;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.ZoneMember;
import org.zoneregistry.zone.read.ZonePath;

/** All states of a zone that were ever known, over HTTP. */
@Path("/v1/zones/{code}/states")
@Tag(name = "Zones")
@Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
public class StatesResource {

    private static final int MOST = 10_000;

    /** All states that the prefix knows or knew. {@code known_to} is null if a state ended only after the prefix. */
    private static final String STATES = "select " + ZoneMember.COLUMNS + """
            , lower(valid) as valid_from, upper(valid) as valid_to, lower(known) as known_from,
                   case when upper(known) <= $2::bigint then upper(known) end as known_to
            from zone_state
            where zone = $1::text and lower(known) <= $2::bigint
            order by lower(known), lower(valid)
            limit $3::integer
            """;

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final HeavyReads heavy;

    StatesResource(Reads reads, Answers answers, RegistryPosition registry, HeavyReads heavy) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.heavy = heavy;
    }

    @GET
    @Operation(
            operationId = "getZoneStates",
            summary = "Everything that was ever known of a zone",
            description =
                    "Each state of the zone, with its days and with the positions of the log at which it was known."
                            + " These are rectangles in both times, and no two overlap. A correction ends the"
                            + " positions of one state, and begins those of another.")
    public Uni<RestResponse<ZoneStateSpans>> get(@RestPath String code, @BeanParam AsKnown asked) {
        ZoneCode zone = ZonePath.code(code);
        return reads.at(asked, registry)
                .chain(point -> heavy.ask(
                        Effort.LOOK_UP,
                        "GET /v1/zones/{code} answers at one point in both times.",
                        connection -> states(connection, zone, point.knownAt().position()),
                        states -> {
                            if (states.isEmpty()) {
                                throw ZonePath.unknown(zone, point.knownAt().position());
                            }
                            return answers.rows(
                                    asked,
                                    point,
                                    states,
                                    ZoneStateSpan.class,
                                    new ZoneStateSpans(zone.value(), states));
                        }));
    }

    private static Uni<List<ZoneStateSpan>> states(SqlClient database, ZoneCode zone, long knownAt) {
        return OffLoop.map(
                database.preparedQuery(STATES).execute(Tuple.of(zone.value(), knownAt, MOST + 1)),
                StatesResource::read);
    }

    private static List<ZoneStateSpan> read(RowSet<Row> rows) {
        if (rows.size() > MOST) {
            throw new TooMuch(MOST, "states");
        }
        return StreamSupport.stream(rows.spliterator(), false)
                .map(StatesResource::state)
                .toList();
    }

    private static ZoneStateSpan state(Row row) {
        return ZoneStateSpan.of(
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                row.getLong("known_from"),
                row.getLong("known_to"),
                ZoneMember.read(row));
    }
}
