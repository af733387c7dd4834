package org.zoneregistry.zone.write.withdraw;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zoneregistry.zone.write.FactId;

/** The body of a request to withdraw a fact. */
@Schema(description = "Why a recorded fact was never true.")
public record FactWithdrawal(
        @NotNull @Size(min = 1, max = 2000) String reason) {

    WithdrawFact command(FactId fact) {
        return new WithdrawFact(fact.value(), reason);
    }
}
