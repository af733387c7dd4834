package org.zoneregistry.zone.read.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.read.FactValuesAnswer;

/**
 * The facts about a zone.
 *
 * @param zone its code
 * @param facts in effective order: by effectiveOn as it stands, then by position
 */
public record ZoneTimeline(String zone, List<Fact> facts) {

    public ZoneTimeline {
        facts = List.copyOf(facts);
    }

    /** Whether a fact counts. */
    public enum Standing {
        /** It does. */
        STANDS,
        /** It was withdrawn. */
        WITHDRAWN,
        /** It was about the zone once, and stands, amended, about others. */
        ELSEWHERE
    }

    /**
     * A fact as it stands, or as it last did.
     *
     * @param id the id of the event that recorded it, by which it is amended and withdrawn
     * @param type that event's type
     * @param zone the zone that the fact is about, which is another one where that one absorbed this
     * @param values what it says, apart from its days
     * @param position of the event that recorded it
     * @param amendments what was corrected since, in that order
     * @param withdrawal what took it back, if it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fact(
            UUID id,
            String type,
            String zone,
            Standing standing,
            LocalDate effectiveOn,
            LocalDate effectiveNotBefore,
            FactValuesAnswer values,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String reason,
            @Nullable String source,
            @Nullable String correlationId,
            @Nullable String traceId,
            List<Amendment> amendments,
            @Nullable Withdrawal withdrawal) {

        public Fact {
            amendments = List.copyOf(amendments);
        }
    }

    /**
     * A correction.
     *
     * @param id the id of its event
     * @param before how the fact read until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amendment(
            UUID id,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String reason,
            @Nullable String source,
            @Nullable String correlationId,
            @Nullable String traceId,
            Before before) {}

    /** How a fact read before an amendment. */
    public record Before(LocalDate effectiveOn, LocalDate effectiveNotBefore, FactValuesAnswer values) {}

    /**
     * The end of a fact.
     *
     * @param id the id of its event
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Withdrawal(
            UUID id,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String reason,
            @Nullable String source,
            @Nullable String correlationId,
            @Nullable String traceId) {}
}
