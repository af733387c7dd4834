package org.zoneregistry.zone.read.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What differs of a zone.
 *
 * @param zone its code
 * @param members those that differ; all that there are where the zone is only at one of the points
 * @param events those that made the difference, in the order of the log
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
        /** It is at both, and not the same. */
        CHANGED,
        /** It is the same at both, or at neither. */
        NONE
    }

    /**
     * A member that differs.
     *
     * @param member its name, with a dot where it is a member of a member
     * @param from its value at the first point, absent where it has none
     * @param to its value at the second point, absent where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            String member, @Nullable Object from, @Nullable Object to) {}

    /** Why an event makes a difference. */
    public enum Why {
        /** It is in one of the two prefixes only. */
        RECORDED_BETWEEN,
        /** It is in both, and its fact had become true by one of the two days only. */
        EFFECTIVE_BETWEEN
    }

    /**
     * An event that made the difference.
     *
     * @param fact the id of the event that recorded the fact that it is about, its own if it recorded that
     * @param effectiveOn the day of the fact as it reads from this event on; absent where it is withdrawn
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
