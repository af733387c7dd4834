package org.zoneregistry.zone.read.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.event.json.ZoneEventType;
import org.zoneregistry.zone.read.ZoneMember;

/** The projection's tables. Each kind of change is one statement, for any number of rows. */
final class RegistryTables {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String APPLIED = """
            select position, event, type, recorded_at, data::text as data
            from zone_fact
            where fact in (select fact from zone_fact where zones && $1::text[])
            order by position
            """;

    private static final String ADD_FACTS = """
            insert into zone_fact (position, fact, statement, event, type, data, zones, effective_on,
                                   effective_not_before, recorded_at, actor, role, reason, source,
                                   correlation_id, trace_id)
            select position, fact, statement, event, type, data, zones, effective_on,
                   effective_not_before, recorded_at, actor, role, reason, source, correlation_id, trace_id
            from jsonb_to_recordset(cast($1::text as jsonb)) as r(
                position bigint, fact uuid, statement text, event uuid, type text, data jsonb, zones text[],
                effective_on date, effective_not_before date, recorded_at timestamptz, actor text, role text,
                reason text, source text, correlation_id text, trace_id text)
            """;

    private static final String END_STATES = """
            update zone_state s
            set known = int8range(lower(s.known), r.at)
            from jsonb_to_recordset(cast($1::text as jsonb)) as r(zone text, valid_from date, valid_to date, at bigint)
            where s.zone = r.zone and s.valid = daterange(r.valid_from, r.valid_to) and upper_inf(s.known)
            """;

    private static final String ADD_STATES =
            """
            insert into zone_state (valid, known, %1$s)
            select daterange(valid_from, valid_to), int8range(known_from, known_to), %1$s
            from jsonb_to_recordset(cast($1::text as jsonb)) as r(
                valid_from date, valid_to date, known_from bigint, known_to bigint, %2$s)
            """.formatted(ZoneMember.COLUMNS, ZoneMember.columns(member -> member.column() + " " + member.sqlType()));

    private final SqlConnection connection;

    RegistryTables(SqlConnection connection) {
        this.connection = connection;
    }

    /** All events so far about any fact that ever touched one of the zones, in order. */
    Uni<List<RecordedZoneEvent>> applied(Collection<ZoneCode> zones) {
        Tuple codes = Tuple.of(zones.stream().map(ZoneCode::value).toArray(String[]::new));
        return connection.preparedQuery(APPLIED).execute(codes).map(rows -> {
            var events = new ArrayList<RecordedZoneEvent>(rows.size());
            for (Row row : rows) {
                events.add(read(row));
            }
            return events;
        });
    }

    Uni<Void> addFacts(List<ObjectNode> rows) {
        return execute(ADD_FACTS, rows).replaceWithVoid();
    }

    /** Ends rows. Fails if a row is missing, because then the tables don't match the earlier fold. */
    Uni<Void> endStates(List<ObjectNode> rows) {
        return execute(END_STATES, rows)
                .invoke(ended -> {
                    if (ended != rows.size()) {
                        throw new IllegalStateException("Of " + rows.size() + " states to be ended, " + ended
                                + " were found: something else has changed the projection's tables. Rebuild the"
                                + " projection.");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> addStates(List<ObjectNode> rows) {
        return execute(ADD_STATES, rows).replaceWithVoid();
    }

    private Uni<Integer> execute(String sql, List<ObjectNode> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(rows);
        return connection.preparedQuery(sql).execute(Tuple.of(all.toString())).map(RowSet::rowCount);
    }

    private static RecordedZoneEvent read(Row row) {
        String name = row.getString("type");
        ZoneEventType type = ZoneEventType.named(name)
                .orElseThrow(() -> new IllegalStateException("There is no zone event " + name + "."));
        try {
            return new RecordedZoneEvent(
                    row.getLong("position"),
                    row.getUUID("event"),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    ZoneEventJson.read(type, MAPPER.readTree(row.getString("data"))));
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        }
    }
}
