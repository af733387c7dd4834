package org.zoneregistry.pages.compare;

import io.quarkus.qute.TemplateData;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.zone.read.diff.DiffTimes;

/** The parameters of the form beside the point in time of the page; for {@code @BeanParam}. */
@TemplateData
public class CompareAsked {

    /** The day of the other point. */
    @RestQuery("fromValidAt")
    public @Nullable String fromValidAt;

    /** The state of knowledge of the other point. */
    @RestQuery("fromKnownAt")
    public @Nullable String fromKnownAt;

    /** Only this zone. */
    @RestQuery("zone")
    public @Nullable String zone;

    /** The figure of the vintages. */
    @RestQuery("figure")
    public @Nullable String figure;

    /** The territory of a published figure. */
    @RestQuery("territory")
    public @Nullable String territory;

    /** The form of business of that figure. */
    @RestQuery("businessForm")
    public @Nullable String businessForm;

    /** The year of that figure. */
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

    /** The day of the other point. Default: ten years before the page's day. */
    public String day(Visit visit) {
        return fromValidAt == null || fromValidAt.isBlank()
                ? visit.validAt().minusYears(10).toString()
                : fromValidAt;
    }

    boolean isOfZone() {
        return zone != null && !zone.isBlank();
    }
}
