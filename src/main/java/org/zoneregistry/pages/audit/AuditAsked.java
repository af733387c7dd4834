package org.zoneregistry.pages.audit;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which events to list, as the form says it; for {@code @BeanParam}. */
public class AuditAsked {

    /** Those after this position. */
    @RestQuery("after")
    public @Nullable String after;

    /** Those about this zone. */
    @RestQuery("zone")
    public @Nullable String zone;

    /** Those of this type. */
    @RestQuery("type")
    public @Nullable String type;

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    boolean isNarrowed() {
        return !text(zone).isBlank() || !text(type).isBlank();
    }
}
