package org.zoneregistry.zone.write.accept;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to accept a zone. */
@Schema(description = "A zone passed the inspection of its closed area, and operates from then on.")
public record ZoneAcceptance(
        @NotNull EffectiveDay effectiveOn, @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

    AcceptZone command(ZoneCode zone) {
        EffectiveDay day = day();
        return new AcceptZone(zone, day.on(), day.notBefore());
    }
}
