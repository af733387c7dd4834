package org.zoneregistry.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.zoneregistry.http.connection.Exchange;
import org.zoneregistry.http.connection.Untaken;
import org.zoneregistry.http.problem.ProblemMappers;
import org.zoneregistry.process.OutOfMemory;

/**
 * Writes the bodies of answers in slices. Each slice is written after the client has taken the one before it. So a
 * client that doesn't read occupies only one slice of the network's memory, and the server notices that it doesn't
 * read.
 */
@Singleton
class AnswerWriter {

    /**
     * A client that takes one slice within the patience counts as reading. The network's memory has room for thousands
     * of slices.
     */
    static final int SLICE = 16_384;

    private final Untaken untaken;

    AnswerWriter(Untaken untaken) {
        this.untaken = untaken;
    }

    /**
     * Writes a complete body.
     *
     * @param isCompressed whether it is compressed slice by slice, so that compression never keeps a thread for long
     */
    void write(Exchange exchange, ServerHttpResponse response, byte[] body, boolean isCompressed) {
        if (body.length <= SLICE && !isCompressed) {
            response.end(body);
            return;
        }
        if (isCompressed) {
            response.setChunked(true);
        } else {
            response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        }
        if (!untaken.isKept(exchange)) {
            untaken.hold(exchange, body.length);
        }
        exchange.answered();
        Multi<byte[]> slices = isCompressed ? Compression.gzip(slices(body)) : slices(body);
        write(exchange, response, slices, failure -> exchange.cut());
    }

    /**
     * Makes a body while writing it. If a part fails after the first was written, the connection is cut, so that the
     * client can't take the partial body for a complete one.
     *
     * @param unbegun answers a failure before the first part
     */
    void write(Exchange exchange, ServerHttpResponse response, StreamedAnswer answer, Consumer<Throwable> unbegun) {
        response.setChunked(true);
        Multi<byte[]> slices = answer.parts().onItem().transformToMultiAndConcatenate(part -> {
            untaken.hold(exchange, part.length);
            return slices(part).onCompletion().invoke(() -> untaken.taken(exchange, part.length));
        });
        write(exchange, response, slices, unbegun);
    }

    private static void write(
            Exchange exchange, ServerHttpResponse response, Multi<byte[]> slices, Consumer<Throwable> unbegun) {
        var isBegun = new AtomicBoolean();
        var writing = slices.select()
                .first(slice -> !exchange.isOver())
                .onItem()
                .transformToUniAndConcatenate(slice -> {
                    isBegun.set(true);
                    return write(exchange, response, slice);
                })
                .subscribe()
                .with(
                        written -> {},
                        failure -> {
                            OutOfMemory.endIf(failure);
                            if (!exchange.isOver() && !isBegun.get()) {
                                unbegun.accept(failure);
                                return;
                            }
                            if (!exchange.isOver()) {
                                ProblemMappers.logUnsent(
                                        failure, "An answer is cut off, because its next part can't be made.");
                            }
                            exchange.cut();
                        },
                        () -> {
                            if (!exchange.isOver()) {
                                response.end();
                            }
                        });
        exchange.whenOver(writing::cancel);
    }

    private static Uni<Void> write(Exchange exchange, ServerHttpResponse response, byte[] slice) {
        return Uni.createFrom()
                .completionStage(() -> {
                    exchange.waits();
                    return response.write(slice);
                })
                .invoke(exchange::taken);
    }

    private static Multi<byte[]> slices(byte[] body) {
        if (body.length <= SLICE) {
            return Multi.createFrom().item(body);
        }
        return Multi.createFrom()
                .range(0, Math.ceilDiv(body.length, SLICE))
                .map(slice -> Arrays.copyOfRange(body, slice * SLICE, Math.min(body.length, (slice + 1) * SLICE)));
    }
}
