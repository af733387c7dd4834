package org.zoneregistry.traces;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a span.
 *
 * @param traceId of its trace: 16 bytes in hexadecimal (W3C Trace Context)
 * @param spanId 8 bytes in hexadecimal
 */
public record SpanContext(String traceId, String spanId) {

    private static final String LOCAL = "registry.span";
    private static final HexFormat HEX = HexFormat.of();

    /** A new span of a new trace. */
    public static SpanContext root() {
        return new SpanContext(random() + random(), random());
    }

    /** A new span of the same trace. */
    public SpanContext sibling() {
        return new SpanContext(traceId, random());
    }

    /**
     * The append that recorded an event. It has the last 8 bytes of the identifier of the append's first event, so that
     * every node finds it from the log.
     */
    public static SpanContext ofAppend(String traceId, UUID firstEvent) {
        return new SpanContext(traceId, HEX.toHexDigits(firstEvent.getLeastSignificantBits()));
    }

    /** The span of the request on whose Vert.x context this is called; null outside a traced request. */
    public static @Nullable SpanContext current() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(LOCAL) : null;
    }

    /** Makes it the span of the request on whose Vert.x context this is called. */
    public void makeCurrent() {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            context.putLocal(LOCAL, this);
        }
    }

    /** Needs no secure randomness: whoever guesses an id learns nothing. Zero is no id. */
    private static String random() {
        long random = ThreadLocalRandom.current().nextLong();
        return random == 0 ? random() : HEX.toHexDigits(random);
    }
}
