package org.zoneregistry.zone.write.accept;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to accept a zone. */
@Schema(description = "A zone passed the inspection of its closed area, and operates from then on.")
public record ZoneAcceptance(
        @NotNull EffectiveDay effectiveOn, @Nullable EffectiveDay effectiveNotBefore) {

    AcceptZone command(ZoneCode zone) {
        EffectiveDay day = effectiveOn.withNotBefore(effectiveNotBefore);
        return new AcceptZone(zone, day.on(), day.notBefore());
    }
}
