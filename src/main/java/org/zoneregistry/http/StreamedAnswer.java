package org.zoneregistry.http;

import io.smallrye.mutiny.Multi;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The body of an answer that is written while it is made. Unlike a {@code Multi} that a resource returns, it begins
 * only after the first part is known, so a failure before that becomes a problem. A node streams a limited number of
 * such answers, server-sent events not counted, and answers further requests with {@code overloaded}.
 *
 * @param parts each part is made after the one before it is taken; none is made after the client has gone
 */
public record StreamedAnswer(Multi<byte[]> parts) {

    /** Parts between two others. The beginning is made before them, and sent when the next part is known too. */
    public static Multi<byte[]> around(Supplier<byte[]> beginning, Multi<byte[]> parts, Supplier<byte[]> end) {
        return Multi.createFrom().deferred(() -> {
            byte[] first = beginning.get();
            var isBegun = new AtomicBoolean();
            return Multi.createBy()
                    .concatenating()
                    .streams(parts, Multi.createFrom().item(end))
                    .map(part -> isBegun.getAndSet(true) ? part : joined(first, part));
        });
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
