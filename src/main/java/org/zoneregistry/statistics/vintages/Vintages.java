package org.zoneregistry.statistics.vintages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the values of a figure, one restatement after the other.
 *
 * @param vintages in recorded order; before the first, the figure was 0, or not published
 */
public record Vintages(List<Vintage> vintages) {

    public Vintages {
        vintages = List.copyOf(vintages);
    }

    /**
     * The figure from a point in recorded time on.
     *
     * @param knownAt when that began
     * @param position the first prefix of the log with this value
     * @param value in CNY; absent if the figure was withdrawn
     * @param event the id of the event that changed it
     * @param type the event's type
     * @param entryId the trade entry of the event, if it has one
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
