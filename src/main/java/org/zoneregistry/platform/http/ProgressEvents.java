package org.zoneregistry.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** The progress of something as server-sent events (WHATWG HTML, 9.2) of the type {@code progress}, twice a second. */
@Singleton
public final class ProgressEvents {

    private static final Duration TICK = Duration.ofMillis(500);

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
     */
    public <T> Multi<byte[]> of(T first, Uni<T> later, Predicate<T> hasEnded) {
        if (hasEnded.test(first)) {
            return Multi.createFrom().item(event(first));
        }
        var ended = new AtomicBoolean();
        var states = Multi.createFrom()
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
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), states)
                .map(this::event);
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
