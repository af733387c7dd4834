package org.zoneregistry.tracing;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/** Random ids for spans, unless the id is given. The span of an append gets the id that its first event determines. */
final class SpanIds implements IdGenerator {

    private static final ScopedValue<String> GIVEN = ScopedValue.newInstance();

    private final IdGenerator random = IdGenerator.random();

    /** The last 16 hexadecimal digits of an event's id: 62 of its random bits, never all zero (RFC 9562, 5.7). */
    static String of(UUID event) {
        return HexFormat.of().toHexDigits(event.getLeastSignificantBits());
    }

    /** Calls with the id for the next span. */
    static <T> T given(String id, Supplier<T> begin) {
        return ScopedValue.where(GIVEN, id).call(begin::get);
    }

    @Override
    public String generateSpanId() {
        return GIVEN.isBound() ? GIVEN.get() : random.generateSpanId();
    }

    @Override
    public String generateTraceId() {
        return random.generateTraceId();
    }
}
