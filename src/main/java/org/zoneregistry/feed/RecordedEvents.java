package org.zoneregistry.feed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many events were recorded in a part of the log's time.
 *
 * @param from the beginning of the part: later events belong to it; to the first part, the first event too
 * @param until its end: an event of that time belongs to it
 * @param after the position before its first event
 * @param upTo the position of its last event; {@code after} if it has none
 * @param events how many it has
 */
@RegisterForReflection
@Schema(description = "How many events were recorded in a part of the log's time.")
public record RecordedEvents(Instant from, Instant until, long after, long upTo, long events) {

    /**
     * The ends of equal parts, to the microsecond, without the end of the last one. Fewer parts if the time is too
     * short for all of them.
     */
    static List<Instant> ends(Instant first, Instant last, int parts) {
        long micros = ChronoUnit.MICROS.between(first, last);
        long most = Math.clamp(micros, 1, parts);
        var ends = new ArrayList<Instant>();
        for (long i = 1; i < most; i++) {
            ends.add(first.plus(micros / most * i + micros % most * i / most, ChronoUnit.MICROS));
        }
        return ends;
    }

    /**
     * The parts of the time between two events.
     *
     * @param ends of all parts but the last
     * @param positions the last position at each of these ends
     * @param position of the last event
     */
    static List<RecordedEvents> parts(
            Instant first, Instant last, List<Instant> ends, List<Long> positions, long position) {
        var parts = new ArrayList<RecordedEvents>();
        Instant from = first;
        long after = 0;
        for (int i = 0; i <= ends.size(); i++) {
            Instant until = i < ends.size() ? ends.get(i) : last;
            long upTo = i < ends.size() ? positions.get(i) : position;
            parts.add(new RecordedEvents(from, until, after, upTo, upTo - after));
            from = until;
            after = upTo;
        }
        return parts;
    }
}
