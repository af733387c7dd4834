package org.zoneregistry.trade.read.single;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.read.Said;

/**
 * A trade entry at a point in time. Unknown values are absent.
 *
 * @param standing whether it counts or was withdrawn; if withdrawn, the other members have their last values
 * @param corrections how many times it had been corrected
 * @param recordedAt when it was recorded first
 * @param actor who recorded it first
 * @param recorded the same, with its place in the log and its source
 * @param corrected the latest correction
 * @param withdrawn the withdrawal
 */
@Schema(name = "TradeEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryAnswer(
        String entryId,
        String zone,
        String period,
        Direction direction,
        BusinessForm businessForm,
        @Nullable String hsChapter,
        @Nullable String enterprise,
        @Nullable String partner,
        Money value,
        Standing standing,
        Instant recordedAt,
        @Nullable String actor,
        int corrections,
        Said recorded,
        @Nullable Said corrected,
        @Nullable Said withdrawn) {

    /** Whether an entry counts. */
    @Schema(name = "TradeEntryStanding")
    public enum Standing {
        STANDS,
        WITHDRAWN
    }
}
