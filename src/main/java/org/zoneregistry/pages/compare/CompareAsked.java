package org.zoneregistry.pages.compare;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.zone.read.diff.DiffTimes;

/** What the form says beside the point in time of the page; for {@code @BeanParam}. */
public class CompareAsked {

    /** The day of the other point. */
    @RestQuery("fromValidAt")
    public @Nullable String fromValidAt;

    /** What was known at the other point. */
    @RestQuery("fromKnownAt")
    public @Nullable String fromKnownAt;

    /** One zone alone. */
    @RestQuery("zone")
    public @Nullable String zone;

    /** Of which figure the vintages are. */
    @RestQuery("figure")
    public @Nullable String figure;

    /** Of which year. */
    @RestQuery("year")
    public @Nullable String year;

    DiffTimes times(Visit visit) {
        var times = new DiffTimes();
        times.toValidAt = visit.validAt().toString();
        times.toKnownAt = Long.toString(visit.position());
        times.fromValidAt = day(visit);
        times.fromKnownAt = fromKnownAt == null || fromKnownAt.isBlank() ? times.toKnownAt : fromKnownAt.strip();
        return times;
    }

    /** Ten years before, where nothing else is asked for. */
    public String day(Visit visit) {
        return fromValidAt == null || fromValidAt.isBlank()
                ? visit.validAt().minusYears(10).toString()
                : fromValidAt;
    }

    boolean isOfZone() {
        return zone != null && !zone.isBlank();
    }
}
