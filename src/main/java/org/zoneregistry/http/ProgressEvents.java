package org.zoneregistry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;

/**
 * The progress of a job as server-sent events (WHATWG HTML, 9.2) of the type {@code progress}: twice a second, for at
 * most a hundred clients of this node.
 */
@Singleton
public final class ProgressEvents {

    private static final Duration TICK = Duration.ofMillis(500);

    /** Each client costs two queries a second. */
    private static final int MOST = 100;

    /** The header in which a client that reconnects names the last event that it has seen. */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    /** The id of the last event. */
    private static final String ENDED = "ended";

    private final AtomicInteger watchers = new AtomicInteger();
    private final ObjectMapper json;

    ProgressEvents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One event for each state, up to the final one. A client that has seen the final state and reconnects, as browsers
     * do, gets a 204: nothing more will come.
     *
     * @param lastEventId the last event that the client has seen, if it sends one
     * @param first the current state
     * @param later reads the state again
     * @param hasEnded whether the state is final
     * @throws ProblemException {@code overloaded}, if too many clients watch already
     */
    public <T> RestResponse<StreamedAnswer> answer(
            @Nullable String lastEventId, T first, Uni<T> later, Predicate<T> hasEnded) {
        if (!hasEnded.test(first)) {
            return NoStore.stream(MediaType.SERVER_SENT_EVENTS, watched(first, later, hasEnded));
        }
        return ENDED.equals(lastEventId)
                ? RestResponse.noContent()
                : NoStore.stream(
                        MediaType.SERVER_SENT_EVENTS, Multi.createFrom().item(event(first, true)));
    }

    private <T> Multi<byte[]> watched(T first, Uni<T> later, Predicate<T> hasEnded) {
        if (watchers.get() >= MOST) {
            throw tooMany();
        }
        return Multi.createFrom().deferred(() -> {
            if (watchers.incrementAndGet() > MOST) { // several were admitted at once
                watchers.decrementAndGet();
                return Multi.createFrom().failure(tooMany());
            }
            return states(first, later, hasEnded)
                    .map(state -> event(state, hasEnded.test(state)))
                    .onTermination()
                    .invoke(watchers::decrementAndGet);
        });
    }

    private static ProblemException tooMany() {
        return Problem.of(
                        ProblemType.OVERLOADED,
                        "This node already serves the largest number of progress streams. Try" + " again in 5 s.")
                .withHeader("Retry-After", "5")
                .exception();
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

    private byte[] event(Object state, boolean isLast) {
        try {
            return ("event: progress\nid: " + (isLast ? ENDED : "running") + "\ndata: " + json.writeValueAsString(state)
                            + "\n\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
