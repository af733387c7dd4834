package org.zoneregistry.zone.read.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.zoneregistry.commands.Attribution;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.territory.Province;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.Wired;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timeline.Span;
import org.zoneregistry.zone.timeline.ZoneState;

/** Rows as JSON for {@link RegistryTables}; the database converts them to the types of the columns. */
final class RegistryRows {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RegistryRows() {}

    static ObjectNode fact(StoredEvent stored, RecordedZoneEvent recorded) {
        RegistryStatement statement = RegistryStatement.of(stored.id(), recorded.event());
        Attribution by = Attribution.of(stored);
        ObjectNode row = JSON.objectNode()
                .put("position", stored.position())
                .put("fact", statement.fact().toString())
                .put("statement", statement.kind())
                .put("event", stored.id().toString())
                .put("type", stored.type())
                .put("recorded_at", stored.recordedAt().toString())
                .put("actor", by.actor())
                .put("role", by.role())
                .put("reason", by.reason())
                .put("source", by.source())
                .put("correlation_id", by.correlationId())
                .put("trace_id", by.traceId());
        row.set("data", stored.data());
        row.set("zones", codes(recorded.event().zones().stream().sorted().toList()));
        if (statement.reads() != null) {
            row.put("effective_on", statement.reads().effectiveOn().toString());
            row.put(
                    "effective_not_before",
                    statement.reads().effectiveNotBefore().toString());
        }
        return row;
    }

    static ObjectNode ended(FoldedHistory.Ended ended) {
        return span(ended.span()).put("zone", ended.zone().value()).put("at", ended.at());
    }

    static ObjectNode added(FoldedHistory.Known known) {
        ZoneState state = known.span().state();
        ObjectNode row = span(known.span())
                .put("zone", state.code().value())
                .put("known_from", known.from())
                .put("known_to", known.to())
                .put("name_en", state.name().en())
                .put("name_zh", state.name().zh())
                .put("type", state.type().wireName())
                .put("status", state.status().wireName())
                .put("province", state.province())
                .put("region", region(state.province()))
                .put("customs_district", state.customsDistrict())
                .put(
                        "area_km2",
                        state.areaKm2() == null ? null : state.areaKm2().toPlainString())
                .put(
                        "successor",
                        state.successor() == null ? null : state.successor().value())
                .put("established_on", state.establishedOn().toString())
                .put("established_not_before", state.establishedNotBefore().toString())
                .put("effective_on", state.effectiveOn().toString())
                .put("effective_not_before", state.effectiveNotBefore().toString());
        row.set(
                "facilities",
                texts(state.facilities().stream().map(Wired::wireName).toList()));
        row.set("predecessors", codes(state.predecessors()));
        return row;
    }

    private static ObjectNode span(Span span) {
        return JSON.objectNode()
                .put("valid_from", span.from().toString())
                .put("valid_to", span.to() == null ? null : span.to().toString());
    }

    private static String region(String province) {
        return Province.byIso(province)
                .orElseThrow(() -> new IllegalStateException("There is no province " + province + "."))
                .region()
                .wireName();
    }

    private static ArrayNode codes(Collection<ZoneCode> codes) {
        return texts(codes.stream().map(ZoneCode::value).toList());
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
