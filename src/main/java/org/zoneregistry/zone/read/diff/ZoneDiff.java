package org.zoneregistry.zone.read.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The differences of a zone.
 *
 * @param zone its code
 * @param members the members that differ; all members if the zone exists at only one of the points
 * @param events the events that cause the difference, in the order of the log
 */
public record ZoneDiff(String zone, Change change, List<Member> members, List<Event> events) {

    public ZoneDiff {
        members = List.copyOf(members);
        events = List.copyOf(events);
    }

    /** How a zone differs. */
    public enum Change {
        /** It is established at the second point only. */
        ADDED,
        /** It is established at the first point only. */
        REMOVED,
        /** It is established at both, with different members. */
        CHANGED,
        /** It is the same at both, or established at neither. */
        NONE
    }

    /**
     * A member that differs.
     *
     * @param member its name, with a dot for a member of a member
     * @param from its value at the first point, absent if it has none
     * @param to its value at the second point, absent if it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            String member, @Nullable Object from, @Nullable Object to) {}

    /** Why an event causes a difference. */
    public enum Why {
        /** It is in only one of the two prefixes. */
        RECORDED_BETWEEN,
        /** It is in both, but its fact had become true by only one of the two days. */
        EFFECTIVE_BETWEEN
    }

    /**
     * An event that causes the difference.
     *
     * @param fact the id of the event that recorded its fact; its own id if it recorded the fact
     * @param effectiveOn the day of the fact after this event; absent if the fact is withdrawn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            UUID id,
            String type,
            long position,
            Instant recordedAt,
            UUID fact,
            @Nullable LocalDate effectiveOn,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String reason,
            @Nullable String source,
            @Nullable String correlationId,
            @Nullable String traceId,
            Why because) {}
}
