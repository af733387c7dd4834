package org.zoneregistry.zone.write.integrate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to integrate zones into a comprehensive one. */
@Schema(description = "A comprehensive zone absorbed one or more other zones, by one official decision.")
public record ZoneIntegration(
        @NotNull @Size(min = 1, max = 20) List<@NotNull ZoneCode> absorbs,

        @Nullable AreaKm2 areaKm2,

        @NotNull EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore)
        implements DatedBody {

    IntegrateZones command(ZoneCode zone) {
        EffectiveDay day = day();
        return new IntegrateZones(zone, absorbs, areaKm2 == null ? null : areaKm2.value(), day.on(), day.notBefore());
    }
}
