package org.zoneregistry.trade.write.enterprise;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to correct an enterprise. */
@Schema(description = "The new content of a registered enterprise. Members that are not given stay as they are.")
public record EnterpriseCorrection(
        @Nullable @Size(min = 1, max = 200) String name,

        @Nullable @Schema(description = "The right zone of the enterprise.")
        ZoneCode zone,

        @Nullable Industry industry,

        @Nullable @Schema(description = "Whether other enterprises settle around it.")
        Boolean leading,

        @Nullable EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore,

        @NotNull @Size(min = 1, max = 2000) String reason) {

    /** Refuses a correction without any change, and an earliest day after the latest. */
    public EnterpriseCorrection {
        if (Stream.<@Nullable Object>of(name, zone, industry, leading, effectiveOn, effectiveNotBefore)
                .allMatch(Objects::isNull)) {
            throw new IllegalArgumentException("must give one of the enterprise's members");
        }
        if (effectiveOn != null) {
            effectiveOn.withNotBefore(effectiveNotBefore);
        }
    }

    CorrectEnterprise command(EnterpriseId id) {
        EffectiveDay earliest =
                effectiveOn == null ? effectiveNotBefore : effectiveOn.withNotBefore(effectiveNotBefore);
        return new CorrectEnterprise(
                id,
                name,
                zone,
                industry,
                leading,
                effectiveOn == null ? null : effectiveOn.on(),
                earliest == null ? null : earliest.notBefore(),
                reason);
    }
}
