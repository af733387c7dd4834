package org.zoneregistry.projections;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.traces.Span;
import org.zoneregistry.traces.Span.Kind;
import org.zoneregistry.traces.SpanContext;
import org.zoneregistry.traces.Traces;

/**
 * The span of one step of a projection. It is within the append whose events it applies; if they are of several traces,
 * it is the first of a trace of its own, with links to the appends. A step without traced events has none.
 */
final class StepTrace {

    private static final int MOST_LINKS = 32;

    private final Traces traces;
    private final String projection;
    private final Instant begun;
    private final Map<String, SpanContext> appends = new LinkedHashMap<>();
    private int events;

    StepTrace(Traces traces, String projection) {
        this.traces = traces;
        this.projection = projection;
        this.begun = traces.now();
    }

    /** The events that the step applies. */
    void applies(List<StoredEvent> batch) {
        events = batch.size();
        for (StoredEvent event : batch) {
            String trace = event.metadata().get("traceId");
            if (trace != null && appends.size() < MOST_LINKS) {
                appends.putIfAbsent(trace, SpanContext.ofAppend(trace, event.id()));
            }
        }
    }

    /** The step is committed. */
    void ended() {
        if (appends.isEmpty()) {
            return;
        }
        SpanContext first = appends.values().iterator().next();
        boolean isOfOneTrace = appends.size() == 1;
        traces.ended(new Span(
                isOfOneTrace ? first.sibling() : SpanContext.root(),
                isOfOneTrace ? first.spanId() : null,
                "project " + projection,
                Kind.CONSUMER,
                begun,
                traces.now(),
                Map.of("registry.projection", projection, "registry.events", events),
                isOfOneTrace ? List.of() : List.copyOf(appends.values()),
                false));
    }
}
