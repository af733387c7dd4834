package org.zoneregistry.traces;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The body of an OTLP request with spans: JSON by OTLP 1.0 (ExportTraceServiceRequest). */
final class OtlpForm {

    private static final int ERROR = 2;

    private OtlpForm() {}

    static JsonObject request(List<Span> spans, Map<String, Object> resource) {
        var written = new JsonArray();
        spans.forEach(span -> written.add(span(span)));
        var scope = new JsonObject()
                .put("scope", new JsonObject().put("name", "org.zoneregistry"))
                .put("spans", written);
        return new JsonObject()
                .put(
                        "resourceSpans",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("resource", new JsonObject().put("attributes", attributes(resource)))
                                        .put("scopeSpans", new JsonArray().add(scope))));
    }

    private static JsonObject span(Span span) {
        var written = new JsonObject()
                .put("traceId", span.context().traceId())
                .put("spanId", span.context().spanId())
                .put("name", span.name())
                .put("kind", span.kind().number)
                .put("startTimeUnixNano", nanos(span.begun()))
                .put("endTimeUnixNano", nanos(span.ended()))
                .put("attributes", attributes(span.attributes()));
        if (span.parentId() != null) {
            written.put("parentSpanId", span.parentId());
        }
        if (!span.links().isEmpty()) {
            var links = new JsonArray();
            span.links()
                    .forEach(link -> links.add(
                            new JsonObject().put("traceId", link.traceId()).put("spanId", link.spanId())));
            written.put("links", links);
        }
        if (span.failed()) {
            written.put("status", new JsonObject().put("code", ERROR));
        }
        return written;
    }

    private static JsonArray attributes(Map<String, Object> attributes) {
        var written = new JsonArray();
        attributes.forEach((key, value) -> written.add(new JsonObject()
                .put("key", key)
                .put(
                        "value",
                        value instanceof Number
                                ? new JsonObject().put("intValue", value.toString())
                                : new JsonObject().put("stringValue", value.toString()))));
        return written;
    }

    /** 64-bit numbers are texts in the JSON of protocol buffers. */
    private static String nanos(Instant at) {
        return Long.toString(at.getEpochSecond() * 1_000_000_000 + at.getNano());
    }
}
