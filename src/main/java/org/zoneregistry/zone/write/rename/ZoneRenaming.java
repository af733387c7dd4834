package org.zoneregistry.zone.write.rename;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneNameBody;

/** The body of a request to rename a zone. */
@Schema(description = "A zone has a new name.")
public record ZoneRenaming(
        @NotNull ZoneNameBody name,

        @NotNull EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore) implements DatedBody {

    RenameZone command(ZoneCode zone) {
        EffectiveDay day = day();
        return new RenameZone(zone, name.name(), day.on(), day.notBefore());
    }
}
