package org.zoneregistry.trade.read.aggregates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;

/**
 * A published figure at a point in time, with its revisions. Unknown values are absent.
 *
 * @param businessForm absent if the figure covers all forms of business
 * @param revision the number of this revision; the first publication is 1
 * @param revisions all of them, the first one first and the current one last
 */
@Schema(name = "Aggregate")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Aggregate(
        AggregateSubject subject,
        String territory,
        String period,
        @Nullable BusinessForm businessForm,
        Money total,
        @Nullable @JsonProperty("import") Money imports,
        @Nullable @JsonProperty("export") Money exports,
        String source,
        long position,
        Instant recordedAt,
        @Nullable String actor,
        int revision,
        List<Revision> revisions) {

    public Aggregate {
        revisions = List.copyOf(revisions);
    }

    /**
     * One publication of the figure.
     *
     * @param withdrawnAt the position at which this publication was withdrawn before the next one; absent otherwise
     */
    @Schema(name = "AggregateRevision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Revision(
            int revision,
            Money total,
            @Nullable @JsonProperty("import") Money imports,
            @Nullable @JsonProperty("export") Money exports,
            String source,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable Long withdrawnAt) {}

    /** The figure without its revisions, as a row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Row(
            AggregateSubject subject,
            String territory,
            String period,
            @Nullable BusinessForm businessForm,
            Money total,
            @Nullable @JsonProperty("import") Money imports,
            @Nullable @JsonProperty("export") Money exports,
            String source,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            int revision) {}

    Row row() {
        return new Row(
                subject,
                territory,
                period,
                businessForm,
                total,
                imports,
                exports,
                source,
                position,
                recordedAt,
                actor,
                revision);
    }
}
