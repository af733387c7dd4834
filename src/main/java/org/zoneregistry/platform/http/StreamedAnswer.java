package org.zoneregistry.platform.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

/**
 * The body of an answer that is written while it is being made. Unlike a {@code Multi} that a resource returns, it begins
 * only when it is known that there is something to answer, so that a problem can still be a problem.
 *
 * @param parts each is made when the one before it is written; none any more once the client has gone
 */
public record StreamedAnswer(Multi<byte[]> parts) {

    /** Writes the parts; where one can't be made, the connection is closed, so that nobody takes a part for the whole. */
    void writeTo(ServerHttpResponse response) {
        var gone = new AtomicBoolean();
        var writing = new AtomicReference<Cancellable>();
        response.setChunked(true);
        // first: what is short may be over before the subscription is known, and an answer that is over takes no
        // handler
        response.addCloseHandler(() -> {
            gone.set(true);
            Cancellable now = writing.get();
            if (now != null) {
                now.cancel();
            }
        });
        writing.set(parts.select()
                .first(part -> !gone.get())
                .onItem()
                .transformToUniAndConcatenate(part -> Uni.createFrom().completionStage(() -> response.write(part)))
                .subscribe()
                .with(
                        written -> {},
                        failure -> {
                            if (!gone.get()) {
                                response.reset();
                            }
                        },
                        () -> {
                            if (!gone.get()) {
                                response.end();
                            }
                        }));
    }
}
