package org.zoneregistry.zone.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityDecommissioned;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneRenamed;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.event.ZonesIntegrated;

/**
 * The values of a fact, apart from its days: those that its kind has, under the names by which an amendment gives them
 * anew.
 */
@Schema(name = "FactValues")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactValues(
        @Nullable ZoneNameAnswer name,
        @Nullable ZoneType type,
        @Nullable String province,
        @Nullable String customsDistrict,
        @Nullable BigDecimal areaKm2,
        @Nullable List<String> absorbs,
        @Nullable FacilityKind kind,
        @Nullable String reason) {

    private static final FactValues NONE = new FactValues(null, null, null, null, null, null, null, null);

    /** The values of a fact. */
    public static FactValues of(ZoneFact fact) {
        return switch (fact) {
            case ZoneEstablished f ->
                new FactValues(
                        ZoneNameAnswer.of(f.name()),
                        f.type(),
                        f.province(),
                        f.customsDistrict(),
                        f.areaKm2(),
                        null,
                        null,
                        null);
            case ZoneAccepted _ -> NONE;
            case ZoneConvertedToComprehensive f -> absorbing(f.name(), f.areaKm2(), f.absorbs());
            case ZonesIntegrated f -> absorbing(null, f.areaKm2(), f.absorbs());
            case ZoneAreaAdjusted f -> absorbing(null, f.areaKm2(), List.of());
            case ZoneRenamed f -> absorbing(f.name(), null, List.of());
            case FacilityCommissioned f -> new FactValues(null, null, null, null, null, null, f.kind(), null);
            case FacilityDecommissioned f -> new FactValues(null, null, null, null, null, null, f.kind(), null);
            case ZoneClosed f -> new FactValues(null, null, null, null, null, null, null, f.reason());
        };
    }

    private static FactValues absorbing(@Nullable ZoneName name, @Nullable BigDecimal areaKm2, List<ZoneCode> absorbs) {
        return new FactValues(
                ZoneNameAnswer.of(name),
                null,
                null,
                null,
                areaKm2,
                absorbs.isEmpty() ? null : absorbs.stream().map(ZoneCode::value).toList(),
                null,
                null);
    }
}
