package org.zoneregistry.zone.write.close;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to close a zone. */
@Schema(description = "A zone ceased to exist. No fact can follow it.")
public record ZoneClosure(
        @NotNull @Size(min = 1, max = 2000) String reason,

        @NotNull EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore)
        implements DatedBody {

    CloseZone command(ZoneCode zone) {
        EffectiveDay day = day();
        return new CloseZone(zone, reason, day.on(), day.notBefore());
    }
}
