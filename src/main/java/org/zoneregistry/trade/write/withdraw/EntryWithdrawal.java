package org.zoneregistry.trade.write.withdraw;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zoneregistry.trade.event.EntryId;

/** The body of a request to withdraw a trade entry. */
@Schema(description = "Why a recorded entry was wrong.")
public record EntryWithdrawal(
        @NotNull @Size(min = 1, max = 2000) String reason) {

    WithdrawTrade command(EntryId entry) {
        return new WithdrawTrade(entry, reason);
    }
}
