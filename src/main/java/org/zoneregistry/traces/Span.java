package org.zoneregistry.traces;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span that has ended.
 *
 * @param parentId the span within which it happened; null for the first of a trace
 * @param name of few values: what is done, and to what kind of thing
 * @param attributes texts and whole numbers
 * @param links the spans that caused it, if there are several
 */
public record Span(
        SpanContext context,
        @Nullable String parentId,
        String name,
        Kind kind,
        Instant begun,
        Instant ended,
        Map<String, Object> attributes,
        List<SpanContext> links,
        boolean failed) {

    /** OTLP's kinds of spans. */
    public enum Kind {
        INTERNAL(1),
        SERVER(2),
        CLIENT(3),
        CONSUMER(5);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    public Span {
        attributes = Map.copyOf(attributes);
        links = List.copyOf(links);
    }
}
