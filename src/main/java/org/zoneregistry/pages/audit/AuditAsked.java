package org.zoneregistry.pages.audit;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filter of listed events, as the form sends it; for {@code @BeanParam}. */
public class AuditAsked {

    /** Only events after this position. */
    @RestQuery("after")
    public @Nullable String after;

    /** Only events about this zone. */
    @RestQuery("zone")
    public @Nullable String zone;

    /** Only events of this type. */
    @RestQuery("type")
    public @Nullable String type;

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    boolean isNarrowed() {
        return !text(zone).isBlank() || !text(type).isBlank();
    }
}
