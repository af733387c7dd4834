package org.zoneregistry.zone.write.establish;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.write.ZoneNameBody;

/** The body of a request to establish a zone. */
@Schema(
        description = "A zone was approved. Its code must be free: not used for a zone before, or only in an"
                + " establishment that was withdrawn.")
public record ZoneEstablishment(
        @NotNull ZoneCode code,

        @NotNull ZoneNameBody name,

        @NotNull ZoneType type,

        @NotNull @Size(max = 20) String province,

        @Nullable @Size(min = 1, max = 80) String customsDistrict,

        @Nullable AreaKm2 areaKm2,

        @NotNull EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore)
        implements DatedBody {

    EstablishZone command() {
        EffectiveDay day = day();
        return new EstablishZone(
                code,
                name.name(),
                type,
                province,
                customsDistrict,
                areaKm2 == null ? null : areaKm2.value(),
                day.on(),
                day.notBefore());
    }
}
