package org.zoneregistry.zone.read.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.BulkFold;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.read.RegistryPosition;

/**
 * Keeps the statements about zones, and the states of zones in both times.
 *
 * <p>After an event, the timelines of its zones are folded again. Only the ended and the new states are written. So a
 * state is known to every prefix from the event that began it to the event that ended it.
 */
@ApplicationScoped
public class RegistryProjection implements Projection {

    /** The states at a prefix. A state that a later event ends counts as known without end. */
    private static final String STATES_AT = """
            select lower(known), to_jsonb(t) - 'id' || case when upper(known) > %2$d
                then jsonb_build_object('known', int8range(lower(known), null))
                else '{}' end
            from %1$s.zone_state t
            where lower(known) <= %2$d
            """;

    @Override
    public String name() {
        return RegistryPosition.PROJECTION;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<ProjectionTable> tables() {
        return List.of(
                ProjectionTable.of("zone_fact", "position"),
                ProjectionTable.without("'id'", "zone_state", "lower(known)").withPast(STATES_AT));
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch) {
        var events = new ArrayList<ReadEvent>();
        for (StoredEvent stored : batch) {
            ZoneEventJson.readRecorded(stored).ifPresent(recorded -> events.add(new ReadEvent(stored, recorded)));
        }
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tables = new RegistryTables(connection);
        return tables.applied(zones(events)).chain(applied -> write(tables, applied, events));
    }

    @Override
    public Optional<BulkFold> bulk() {
        return Optional.of(new RegistryBulk(this));
    }

    private record ReadEvent(StoredEvent stored, RecordedZoneEvent recorded) {}

    private static Set<ZoneCode> zones(List<ReadEvent> events) {
        var zones = new LinkedHashSet<ZoneCode>();
        events.forEach(one -> zones.addAll(one.recorded().event().zones()));
        return zones;
    }

    private static Uni<Void> write(RegistryTables tables, List<RecordedZoneEvent> applied, List<ReadEvent> events) {
        var fold = new RegistryFold(applied);
        events.forEach(one -> fold.apply(one.recorded()));
        var facts = events.stream()
                .map(one -> RegistryRows.fact(one.stored(), one.recorded()))
                .toList();
        // end states first: the exclusion constraint is checked after each statement
        return tables.addFacts(facts)
                .chain(() -> tables.endStates(
                        fold.ended().stream().map(RegistryRows::ended).toList()))
                .chain(() -> tables.addStates(
                        fold.added().stream().map(RegistryRows::added).toList()));
    }
}
