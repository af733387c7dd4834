package org.zoneregistry.trade.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Attribution;
import org.zoneregistry.log.StoredEvent;

/** Who recorded something about an entry or an enterprise, when, and from which source. */
@Schema(name = "TradeEntryStatement")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Said(
        long position,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String reason,
        @Nullable String source,
        @Nullable String correlationId,
        @Nullable String traceId) {

    /** The attribution of an event. */
    public static Said of(StoredEvent stored) {
        var by = Attribution.of(stored);
        return new Said(
                stored.position(),
                stored.recordedAt(),
                by.actor(),
                by.role(),
                by.reason(),
                by.source(),
                by.correlationId(),
                by.traceId());
    }
}
