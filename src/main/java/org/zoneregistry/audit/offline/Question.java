package org.zoneregistry.audit.offline;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.Zone;

/**
 * The question for a proved log.
 *
 * @param zone which zone; null for all zones
 * @param validAt on which day
 * @param knownAt the state of knowledge; null for all that the checkpoint covers
 */
record Question(
        @Nullable ZoneCode zone,
        LocalDate validAt,
        @Nullable KnownAt knownAt) {

    ZoneFold fold() {
        return new ZoneFold(code -> zone == null || zone.equals(code), knownAt);
    }

    /**
     * The answer.
     *
     * @throws IllegalStateException if the events do not fold
     */
    Report.Answer answer(ZoneFold fold) {
        if (zone != null) {
            return new Report.Answer(
                    validAt, fold.prefix(), fold.zone(zone, validAt).orElse(null), null, null);
        }
        List<Zone> zones = fold.zones(validAt);
        var live = zones.stream()
                .filter(each -> each.status().isLive())
                .collect(Collectors.groupingBy(each -> each.type().wireName(), TreeMap::new, Collectors.counting()));
        return new Report.Answer(validAt, fold.prefix(), null, live, zones);
    }

    /** Why the checkpoint does not cover the question; null if it does. */
    @Nullable
    Failure notCoveredBy(TrustedKeys.Signed checkpoint) {
        long size = checkpoint.checkpoint().size();
        if (knownAt instanceof KnownAt.Position(long position) && position > size) {
            return new Failure(
                    checkpoint.file(),
                    size + 1,
                    "The question is what was known at position " + position + "; the checkpoint covers " + size + ".",
                    "Give a later checkpoint and an export up to it, or ask for an earlier position.");
        }
        return null;
    }
}
