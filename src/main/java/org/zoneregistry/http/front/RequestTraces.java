package org.zoneregistry.http.front;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.TraceParent;
import org.zoneregistry.traces.Span;
import org.zoneregistry.traces.Span.Kind;
import org.zoneregistry.traces.SpanContext;
import org.zoneregistry.traces.Traces;

/**
 * Makes a span of each request, if traces are on. It continues the caller's trace; a caller that says that its trace is
 * not sampled gets no span. The name has the template of the route, never what the caller has sent.
 */
@Singleton
final class RequestTraces {

    /** Quarkus puts the template of the chosen resource method there, for metrics. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private final Traces traces;

    RequestTraces(Traces traces) {
        this.traces = traces;
    }

    /** On the context of the request. */
    void begin(RoutingContext routing) {
        if (!traces.areOn()) {
            return;
        }
        TraceParent parent = TraceParent.of(routing.request().getHeader(TraceParent.NAME));
        if (parent != null && !parent.isSampled()) {
            return;
        }
        SpanContext span =
                parent == null ? SpanContext.root() : new SpanContext(parent.traceId(), parent.spanId()).sibling();
        span.makeCurrent();
        MDC.put(RequestInLog.TRACE, span.traceId());
        Instant begun = traces.now();
        routing.addEndHandler(ended -> end(routing, span, parent == null ? null : parent.spanId(), begun));
    }

    private void end(RoutingContext routing, SpanContext span, @Nullable String parentId, Instant begun) {
        String method = HttpLabels.method(routing.request());
        String template = routing.get(TEMPLATE);
        int status = routing.response().getStatusCode();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("http.request.method", method);
        attributes.put("http.response.status_code", status);
        if (template != null) {
            attributes.put("http.route", template);
        }
        traces.ended(new Span(
                span,
                parentId,
                template == null ? method : method + " " + template,
                Kind.SERVER,
                begun,
                traces.now(),
                attributes,
                List.of(),
                status >= 500));
    }
}
