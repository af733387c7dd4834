package org.zoneregistry.zone.write.area;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to adjust a zone's area. */
@Schema(description = "A zone has a new planned area, in square kilometres.")
public record AreaAdjustment(
        @NotNull AreaKm2 areaKm2,

        @NotNull EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

    AdjustArea command(ZoneCode zone) {
        EffectiveDay day = day();
        return new AdjustArea(zone, areaKm2.value(), day.on(), day.notBefore());
    }
}
