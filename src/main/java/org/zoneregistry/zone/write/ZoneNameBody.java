package org.zoneregistry.zone.write;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneName;

/** A zone's name in a request. */
@Schema(name = "GivenZoneName", description = "The name of a zone: always in English, and in Chinese if known.")
public record ZoneNameBody(
        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Suzhou Industrial Park Comprehensive Bonded Zone")
        String en,

        @Nullable @Size(min = 1, max = 200) @Schema(examples = "苏州工业园综合保税区")
        String zh) {

    public ZoneName name() {
        return new ZoneName(en, zh);
    }

    /** The name, if one is given. */
    public static @Nullable ZoneName of(@Nullable ZoneNameBody body) {
        return body == null ? null : body.name();
    }
}
