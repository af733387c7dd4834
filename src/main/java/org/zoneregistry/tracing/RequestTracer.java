package org.zoneregistry.tracing;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map.Entry;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A tracer for the contexts of requests alone. Quarkus refuses to keep a trace in any other context, and statements of
 * background work belong to no request.
 */
final class RequestTracer<I, O> implements VertxTracer<I, O> {

    private final VertxTracer<I, O> tracer;

    RequestTracer(VertxTracer<I, O> tracer) {
        this.tracer = tracer;
    }

    @Override
    public <R> @Nullable I receiveRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            Iterable<Entry<String, String>> headers,
            TagExtractor<R> tags) {
        return VertxContext.isDuplicatedContext(context)
                ? tracer.receiveRequest(context, kind, policy, request, operation, headers, tags)
                : null;
    }

    @Override
    public <R> void sendResponse(Context context, R response, I request, Throwable failure, TagExtractor<R> tags) {
        tracer.sendResponse(context, response, request, failure, tags);
    }

    @Override
    public <R> @Nullable O sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        return VertxContext.isDuplicatedContext(context)
                ? tracer.sendRequest(context, kind, policy, request, operation, headers, tags)
                : null;
    }

    @Override
    public <R> void receiveResponse(Context context, R response, O request, Throwable failure, TagExtractor<R> tags) {
        tracer.receiveResponse(context, response, request, failure, tags);
    }

    @Override
    public void close() {
        tracer.close();
    }
}
