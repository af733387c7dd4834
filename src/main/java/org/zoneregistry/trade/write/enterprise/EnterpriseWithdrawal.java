package org.zoneregistry.trade.write.enterprise;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zoneregistry.trade.event.EnterpriseId;

/** The body of a request to withdraw an enterprise. */
@Schema(description = "Why the registration of an enterprise was wrong.")
public record EnterpriseWithdrawal(
        @NotNull @Size(min = 1, max = 2000) String reason) {

    WithdrawEnterprise command(EnterpriseId id) {
        return new WithdrawEnterprise(id, reason);
    }
}
