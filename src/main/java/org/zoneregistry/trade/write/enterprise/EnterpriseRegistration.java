package org.zoneregistry.trade.write.enterprise;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.DatedBody;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to register an enterprise. */
@Schema(description = "An enterprise in a zone.")
public record EnterpriseRegistration(
        @NotNull EnterpriseId id,

        @NotNull @Size(min = 1, max = 200) String name,

        @NotNull Industry industry,

        @NotNull @Schema(description = "Whether other enterprises settle around it.")
        Boolean leading,

        @NotNull EffectiveDay effectiveOn,

        @Nullable EffectiveDay effectiveNotBefore)
        implements DatedBody {

    RegisterEnterprise command(ZoneCode zone) {
        EffectiveDay day = day();
        return new RegisterEnterprise(new Enterprise(id, name, zone, industry, leading, day.on(), day.notBefore()));
    }
}
