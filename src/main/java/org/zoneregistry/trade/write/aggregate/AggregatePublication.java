package org.zoneregistry.trade.write.aggregate;

import static org.zoneregistry.trade.write.TradeCommands.encoded;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;

/** The body of a request to record a published figure. */
@Schema(
        description =
                "A figure that an authority published as a whole. Import and export are each at most the total; they"
                        + " need not add up to it, because published figures are rounded.")
public record AggregatePublication(
        @NotNull AggregateSubject subject,

        @NotNull
        @Size(min = 1, max = 20)
        @Schema(description = "CN, or a province's ISO 3166-2 code.", examples = "CN-JS")
        String territory,

        @NotNull Period period,

        @Nullable BusinessForm businessForm,

        @NotNull Money total,

        @Nullable @JsonProperty("import") Money imports,

        @Nullable @JsonProperty("export") Money exports,

        @NotNull @Size(min = 1, max = 2000) String source) {

    /** Refuses members that contradict each other. */
    public AggregatePublication {
        PublishedAggregate.check(total, imports, exports);
    }

    PublishAggregate command() {
        return new PublishAggregate(
                new PublishedAggregate(subject, territory, period, businessForm, total, imports, exports, source));
    }

    /** The address of the figure, with all publications of its subject, territory and period. */
    String location() {
        return "/v1/aggregates?subject=" + subject.wireName() + "&territory=" + encoded(territory) + "&period="
                + period;
    }
}
