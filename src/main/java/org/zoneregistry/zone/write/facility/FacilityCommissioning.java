package org.zoneregistry.zone.write.facility;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to commission a facility. */
@Schema(description = "A zone holds a facility of a new kind.")
public record FacilityCommissioning(
        @NotNull FacilityKind kind,

        @NotNull EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

    CommissionFacility command(ZoneCode zone) {
        EffectiveDay day = day();
        return new CommissionFacility(zone, kind, day.on(), day.notBefore());
    }
}
