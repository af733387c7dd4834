package org.zoneregistry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zoneregistry.imports.job.ImportJob;

/** An import's progress as server-sent events (WHATWG HTML, 9.2). */
@Singleton
final class Progress {

    private static final Duration TICK = Duration.ofMillis(500);

    private final ObjectMapper json;

    Progress(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One event for each state, up to the one in which it has ended.
     *
     * @param first the state now
     * @param later looks it up
     */
    Multi<byte[]> of(ImportJob first, Uni<ImportJob> later) {
        if (first.hasEnded()) {
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
                .invoke(job -> ended.set(job.hasEnded()));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), states)
                .map(this::event);
    }

    private byte[] event(ImportJob job) {
        try {
            return ("event: progress\ndata: " + json.writeValueAsString(job) + "\n\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
