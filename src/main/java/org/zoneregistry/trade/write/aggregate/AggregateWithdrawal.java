package org.zoneregistry.trade.write.aggregate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;

/** The body of a request to withdraw a published figure. */
@Schema(description = "Which figure was never published, and the reason for the withdrawal.")
public record AggregateWithdrawal(
        @NotNull AggregateSubject subject,

        @NotNull
        @Size(min = 1, max = 20)
        @Schema(description = "CN, or a province's ISO 3166-2 code.", examples = "CN-JS")
        String territory,

        @NotNull Period period,

        @Nullable BusinessForm businessForm,

        @NotNull @Size(min = 1, max = 2000) String reason) {

    WithdrawAggregate command() {
        return new WithdrawAggregate(new PublishedAggregate.Key(subject, territory, period, businessForm), reason);
    }
}
