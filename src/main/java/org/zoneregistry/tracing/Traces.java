package org.zoneregistry.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a command after its request: the decision, the append, and each step of a projection that applies its
 * events. They are in the trace of the request.
 *
 * <p>The span of an append has the id that its first event gives it ({@link SpanIds}). So each node that applies the
 * event knows the parent of its own span, though an event has only the id of its trace.
 *
 * <p>Without a receiver, and for requests that are not sampled, nothing is done.
 */
@Singleton
public final class Traces {

    /** Traces nothing. */
    public static final Traces NONE = new Traces(OpenTelemetry.noop());

    /** The most traces that a step of a projection has a span in. */
    private static final int MOST_OF_STEP = 32;

    private static final TextMapGetter<Map<String, String>> METADATA = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> metadata) {
            return metadata.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> metadata, String name) {
            return metadata == null ? null : metadata.get(name);
        }
    };

    private final Tracer tracer;
    private final boolean areSent;

    Traces(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("org.zoneregistry");
        this.areSent = openTelemetry instanceof OpenTelemetrySdk;
    }

    /** The span of the current request; one that records nothing if there is none. */
    public static Span current() {
        io.vertx.core.Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? Span.current() : Span.getInvalid();
    }

    /** The id of the trace of the current request; null if it has none that is sampled. */
    public static @Nullable String currentId() {
        SpanContext current = current().getSpanContext();
        return current.isSampled() ? current.getTraceId() : null;
    }

    /** Adds the current span to the metadata of a message, as its handler may run on another thread. */
    public static void carry(Map<String, String> metadata) {
        Span current = current();
        if (current.getSpanContext().isSampled()) {
            W3CTraceContextPropagator.getInstance()
                    .inject(Context.root().with(current), null, (none, name, value) -> metadata.put(name, value));
        }
    }

    /** Begins a span below the one that the metadata carry. End it with {@link #end}. */
    public Span begin(String name, Map<String, String> metadata) {
        Context parent = parent(metadata);
        return Span.fromContext(parent).getSpanContext().isValid()
                ? tracer.spanBuilder(name).setParent(parent).startSpan()
                : Span.getInvalid();
    }

    /**
     * Begins the span of an append, below the one that the metadata carry. End it with {@link #end}.
     *
     * @param first the id of its first event
     */
    public Span beginAppend(UUID first, Map<String, String> metadata) {
        return SpanIds.given(SpanIds.of(first), () -> begin("append", metadata));
    }

    /** Ends a span. */
    public static void end(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.toString());
        }
        span.end();
    }

    /** Whether a receiver is configured. */
    public boolean areSent() {
        return areSent;
    }

    /**
     * Begins the spans of a step that applies events: one in each trace, below an append, in at most 32 traces. End
     * each with {@link #end}. Whether a trace is sampled is not known here, so each is taken to be.
     *
     * @param appended for each id of a trace, the first event of an append
     */
    public List<Span> beginStep(String name, Map<String, UUID> appended) {
        return appended.entrySet().stream()
                .limit(MOST_OF_STEP)
                .map(event -> below(event.getKey(), event.getValue(), name))
                .toList();
    }

    private Span below(String trace, UUID event, String name) {
        SpanContext append = SpanContext.createFromRemoteParent(
                trace, SpanIds.of(event), TraceFlags.getSampled(), TraceState.getDefault());
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(append)))
                .startSpan();
    }

    private static Context parent(Map<String, String> metadata) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), metadata, METADATA);
    }
}
