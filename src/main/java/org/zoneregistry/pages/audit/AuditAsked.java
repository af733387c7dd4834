package org.zoneregistry.pages.audit;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.QueryParameters;

/** The filter of listed events, as the form sends it; for {@code @BeanParam}. */
public class AuditAsked {

    /** Only events after this position. */
    @RestQuery("after")
    public @Nullable String after;

    /** Only events up to this position. */
    @RestQuery("upTo")
    public @Nullable String upTo;

    /** Only checkpoints of at most that many events. */
    @RestQuery("checkpoints")
    public @Nullable String checkpoints;

    /** Only events about this zone. */
    @RestQuery("zone")
    public @Nullable String zone;

    /** Only events of this type. */
    @RestQuery("type")
    public @Nullable String type;

    /** Only events that this actor has recorded. */
    @RestQuery("actor")
    public @Nullable String actor;

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /**
     * The range of positions of the listed events.
     *
     * @param after the position before the first one
     */
    record Range(long after, long upTo) {}

    /** A number of the form, if it was filled. */
    static @Nullable Long number(QueryParameters query, String name, @Nullable String given) {
        return text(given).isBlank() ? null : query.integer(name, given, 0, Long.MAX_VALUE);
    }

    /**
     * The range of the listed events. Without a beginning it is the last page of the log, or of the range.
     *
     * @param position of the page
     */
    Range range(@Nullable Long from, @Nullable Long to, long position) {
        long end = to == null ? position : Math.min(to, position);
        return new Range(from != null ? from : isNarrowed() ? 0 : Math.max(0, end - AuditLog.PAGE), end);
    }

    boolean isNarrowed() {
        return !text(zone).isBlank() || !text(type).isBlank() || !text(actor).isBlank();
    }
}
