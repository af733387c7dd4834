package org.zoneregistry.trade.read.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.read.Said;

/**
 * An enterprise at a point in time. Unknown values are absent.
 *
 * @param leading whether other enterprises settle around it
 * @param effectiveOn the latest day on which it can have come to the zone
 * @param effectiveNotBefore the earliest such day
 * @param standing whether it is registered or withdrawn; if withdrawn, the other members have their last values
 * @param corrections how many times it had been corrected, or registered again
 * @param registered when, by whom and from which source it was registered first
 * @param corrected the latest correction; if it was withdrawn and registered again, that withdrawal
 * @param withdrawn the withdrawal
 */
@Schema(name = "Enterprise")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnterpriseAnswer(
        String id,
        String name,
        String zone,
        String industry,
        boolean leading,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore,
        Standing standing,
        int corrections,
        Said registered,
        @Nullable Said corrected,
        @Nullable Said withdrawn) {

    /** Whether an enterprise is registered. */
    @Schema(name = "EnterpriseStanding")
    public enum Standing {
        STANDS,
        WITHDRAWN
    }
}
