package org.zoneregistry.zone.write.facility;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to decommission a facility. */
@Schema(description = "A zone no longer holds a facility of a kind.")
public record FacilityDecommissioning(
        @NotNull EffectiveDay effectiveOn, @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

    DecommissionFacility command(ZoneCode zone, FacilityKind kind) {
        EffectiveDay day = day();
        return new DecommissionFacility(zone, kind, day.on(), day.notBefore());
    }
}
