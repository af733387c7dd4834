package org.zoneregistry.zone.write.convert;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneNameBody;

/** The body of a request to convert a zone to a comprehensive one. */
@Schema(
        description =
                "A zone of another type became a comprehensive bonded zone, possibly with a new name, a new area, and"
                        + " absorbed zones.")
public record ZoneConversion(
        @Nullable ZoneNameBody name,

        @Nullable AreaKm2 areaKm2,

        @Nullable @Size(max = 20) List<@NotNull ZoneCode> absorbs,

        @NotNull EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore)
        implements DatedBody {

    ConvertToComprehensive command(ZoneCode zone) {
        EffectiveDay day = day();
        return new ConvertToComprehensive(
                zone,
                ZoneNameBody.of(name),
                areaKm2 == null ? null : areaKm2.value(),
                absorbs == null ? List.of() : absorbs,
                day.on(),
                day.notBefore());
    }
}
