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
 * @param facts in effective order: by the current effectiveOn, then by position
 */
public record ZoneTimeline(String zone, List<Fact> facts) {

    public ZoneTimeline {
        facts = List.copyOf(facts);
    }

    /** Whether a fact counts. */
    public enum Standing {
        /** It counts. */
        STANDS,
        /** It was withdrawn. */
        WITHDRAWN,
        /** It was about the zone before it was amended, and counts for other zones now. */
        ELSEWHERE
    }

    /**
     * A fact with its current content, or its last content before it was withdrawn.
     *
     * @param id the id of the event that recorded it; amendments and withdrawals use this id
     * @param type that event's type
     * @param zone the zone of the fact: this zone, or a zone that absorbed it
     * @param values its content, without its days
     * @param position of the event that recorded it
     * @param amendments the amendments so far, in order
     * @param withdrawal the withdrawal, if there was one
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
     * An amendment.
     *
     * @param id the id of its event
     * @param before the content of the fact until then
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

    /** The content of a fact before an amendment. */
    public record Before(LocalDate effectiveOn, LocalDate effectiveNotBefore, FactValuesAnswer values) {}

    /**
     * The withdrawal of a fact.
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
