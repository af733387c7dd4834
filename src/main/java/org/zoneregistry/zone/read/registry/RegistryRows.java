package org.zoneregistry.zone.read.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.zoneregistry.commands.Attribution;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.ZoneMember;
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
        ObjectNode row = span(known.span()).put("known_from", known.from()).put("known_to", known.to());
        for (ZoneMember member : ZoneMember.ALL) {
            Object value = member.stored().apply(state);
            if (value instanceof List<?> texts) {
                ArrayNode array = row.putArray(member.column());
                texts.forEach(text -> array.add(text.toString()));
            } else if (value != null) {
                row.put(member.column(), value.toString());
            }
        }
        return row;
    }

    private static ObjectNode span(Span span) {
        return JSON.objectNode()
                .put("valid_from", span.from().toString())
                .put("valid_to", span.to() == null ? null : span.to().toString());
    }

    private static ArrayNode codes(Collection<ZoneCode> codes) {
        ArrayNode array = JSON.arrayNode();
        codes.forEach(code -> array.add(code.value()));
        return array;
    }
}
