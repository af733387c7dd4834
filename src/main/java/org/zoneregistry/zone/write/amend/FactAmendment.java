package org.zoneregistry.zone.write.amend;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.write.FactId;
import org.zoneregistry.zone.write.ZoneNameBody;

/** The body of a request to amend a fact. */
@Schema(description = "The new content of a recorded fact. Values that are not given stay as they are.")
public record FactAmendment(
        @Nullable EffectiveDay effectiveOn,
        @Nullable EffectiveDay effectiveNotBefore,
        @Nullable Values values,
        @NotNull @Size(min = 1, max = 2000) String reason) {

    /** Refuses an amendment without any new value. */
    public FactAmendment {
        boolean valuesGiven = values != null && !values.toFactValues().given().isEmpty();
        if (effectiveOn == null && effectiveNotBefore == null && !valuesGiven) {
            throw new IllegalArgumentException("must give effectiveOn, effectiveNotBefore, or one of the values");
        }
        if (effectiveOn != null) {
            effectiveOn.withNotBefore(effectiveNotBefore);
        }
    }

    AmendFact command(FactId fact) {
        LocalDate on = effectiveOn == null ? null : effectiveOn.on();
        LocalDate earliest = effectiveNotBefore == null ? null : effectiveNotBefore.notBefore();
        LocalDate notBefore = effectiveOn == null
                ? earliest
                : effectiveOn.withNotBefore(effectiveNotBefore).notBefore();
        return new AmendFact(
                fact.value(), on, notBefore, values == null ? FactValues.NONE : values.toFactValues(), reason);
    }

    /** The values by their names in the fact. */
    @Schema(name = "AmendedValues", description = "New values, by their names in the fact.")
    public record Values(
            @Nullable ZoneNameBody name,
            @Nullable ZoneType type,
            @Nullable @Size(max = 20) String province,
            @Nullable @Size(min = 1, max = 80) String customsDistrict,
            @Nullable AreaKm2 areaKm2,
            @Nullable @Size(max = 20) List<@NotNull ZoneCode> absorbs,
            @Nullable FacilityKind kind,
            @Nullable @Size(min = 1, max = 2000) String reason) {

        FactValues toFactValues() {
            return new FactValues(
                    ZoneNameBody.of(name),
                    type,
                    province,
                    customsDistrict,
                    areaKm2 == null ? null : areaKm2.value(),
                    absorbs,
                    kind,
                    reason);
        }
    }
}
