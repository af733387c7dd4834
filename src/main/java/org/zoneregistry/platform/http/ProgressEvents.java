package org.zoneregistry.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.zoneregistry.platform.http.problem.Problem;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;

/**
 * The progress of something as server-sent events (WHATWG HTML, 9.2) of the type {@code progress}, twice a second, for at most a
 * hundred who watch on this node.
 */
@Singleton
public final class ProgressEvents {

    private static final Duration TICK = Duration.ofMillis(500);

    /** Each asks the database twice a second. */
    private static final int MOST = 100;

    private final AtomicInteger watchers = new AtomicInteger();
    private final ObjectMapper json;

    ProgressEvents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One event for each state, up to the one in which it has ended.
     *
     * @param first the state now
     * @param later looks it up
     * @param hasEnded whether nothing will change any more
     * @throws ProblemException {@code overloaded}, where so many watch already
     */
    public <T> Multi<byte[]> of(T first, Uni<T> later, Predicate<T> hasEnded) {
        if (hasEnded.test(first)) {
            return Multi.createFrom().item(event(first));
        }
        if (watchers.get() >= MOST) {
            throw Problem.of(ProblemType.OVERLOADED, "As many watch as this node can serve. Try again in 5 s.")
                    .withHeader("Retry-After", "5")
                    .exception();
        }
        return Multi.createFrom().deferred(() -> {
            watchers.incrementAndGet();
            return states(first, later, hasEnded)
                    .map(this::event)
                    .onTermination()
                    .invoke(watchers::decrementAndGet);
        });
    }

    private static <T> Multi<T> states(T first, Uni<T> later, Predicate<T> hasEnded) {
        var ended = new AtomicBoolean();
        var next = Multi.createFrom()
                .ticks()
                .startingAfter(TICK)
                .every(TICK)
                .onOverflow()
                .drop()
                .select()
                .first(tick -> !ended.get())
                .onItem()
                .transformToUniAndConcatenate(tick -> later)
                .invoke(now -> ended.set(hasEnded.test(now)));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(first), next);
    }

    private byte[] event(Object state) {
        try {
            return ("event: progress\ndata: " + json.writeValueAsString(state) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
