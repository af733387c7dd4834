package org.zoneregistry.zone.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneType;

/** The values of a fact, without its days, under the names that an amendment uses. */
@Schema(name = "FactValues")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactValuesAnswer(
        @Nullable ZoneNameAnswer name,
        @Nullable ZoneType type,
        @Nullable String province,
        @Nullable String customsDistrict,
        @Nullable BigDecimal areaKm2,
        @Nullable List<String> absorbs,
        @Nullable FacilityKind kind,
        @Nullable String reason) {

    /** The values of a fact. */
    public static FactValuesAnswer of(ZoneFact fact) {
        FactValues values = fact.values();
        List<ZoneCode> absorbs = values.get(FactValue.ABSORBS);
        return new FactValuesAnswer(
                ZoneNameAnswer.of(values.get(FactValue.NAME)),
                values.get(FactValue.TYPE),
                values.get(FactValue.PROVINCE),
                values.get(FactValue.CUSTOMS_DISTRICT),
                values.get(FactValue.AREA_KM2),
                absorbs == null || absorbs.isEmpty()
                        ? null
                        : absorbs.stream().map(ZoneCode::value).toList(),
                values.get(FactValue.KIND),
                values.get(FactValue.REASON));
    }
}
