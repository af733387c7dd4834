package org.zoneregistry.statistics.vintages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a figure was, one restatement after the other.
 *
 * @param vintages in recorded order; the figure was 0, or not published, before the first
 */
public record Vintages(List<Vintage> vintages) {

    public Vintages {
        vintages = List.copyOf(vintages);
    }

    /**
     * What the figure was from a point in recorded time on.
     *
     * @param knownAt when that began
     * @param position the first prefix of the log that has it so
     * @param value in CNY; absent where the figure was withdrawn
     * @param event the id of the event that changed it
     * @param type the event's type
     * @param entryId the trade entry that it is about, if it is about one
     */
    @Schema(name = "Vintage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Vintage(
            Instant knownAt,
            long position,

            @Schema(pattern = "^[0-9]+[.][0-9]{2}$", examples = "198400000000.00") @Nullable
            String value,

            UUID event,
            String type,
            @Nullable String entryId,
            @Nullable String actor,
            @Nullable String reason) {}
}
