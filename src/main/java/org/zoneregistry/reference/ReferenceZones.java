package org.zoneregistry.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.territory.Province;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.write.convert.ConvertToComprehensive;
import org.zoneregistry.zone.write.establish.EstablishZone;

/** The data about a zone in the tables: its names, province and customs district. */
final class ReferenceZones {

    private final ReferenceData data;

    ReferenceZones(ReferenceData data) {
        this.data = data;
    }

    /**
     * The zone's establishment in a form.
     *
     * @param type the form, as the tables write it
     * @param row the row of the history with that form, if it is a former one
     * @param formerZh its Chinese name
     */
    EstablishZone establish(
            ZoneCode code,
            String type,
            ReferenceRow row,
            String formerZh,
            @Nullable BigDecimal areaKm2,
            UncertainDays days) {
        ReferenceRow zone = zone(code);
        return new EstablishZone(
                code,
                isPresentForm(code, type) ? name(zone) : formerName(row, formerZh),
                type(type),
                province(zone),
                zone.given("customs_district").orElse(null),
                areaKm2,
                days.on(),
                days.notBefore());
    }

    /** The zone's conversion to its form in zones.csv. */
    ConvertToComprehensive convert(
            ZoneCode code, @Nullable BigDecimal areaKm2, List<ZoneCode> absorbs, UncertainDays days) {
        return new ConvertToComprehensive(code, name(zone(code)), areaKm2, absorbs, days.on(), days.notBefore());
    }

    /** Whether the tables of zones list the zone in that form. */
    boolean isPresentForm(ZoneCode code, String type) {
        ReferenceRow zone = data.zones().get(code.value());
        return zone == null || zone.get("type").equals(type);
    }

    /** Whether the English name was translated from the Chinese one, because no source has one. */
    boolean nameIsDerived(EstablishZone establish) {
        return !data.zones().containsKey(establish.code().value())
                || establish
                        .name()
                        .en()
                        .equals(data.englishNames().get(establish.name().zh()));
    }

    /** The area of the zone's form in zones.csv; {@code null} if the table has no area, or not the zone. */
    @Nullable
    BigDecimal presentAreaKm2(ZoneCode code) {
        return Optional.ofNullable(data.zones().get(code.value()))
                .flatMap(zone -> zone.given("planned_area_km2"))
                .map(BigDecimal::new)
                .orElse(null);
    }

    /** The bounds of the approval of the zone's form in zones.csv. */
    UncertainDays approvalBounds(ZoneCode code) {
        ReferenceRow zone = zone(code);
        return UncertainDays.between(zone.get("approval_not_before"), zone.get("approval_not_after"));
    }

    /** The row with the zone's province and customs district. */
    ReferenceRow zone(ZoneCode code) {
        ReferenceRow listed = data.zones().get(code.value());
        return listed != null
                ? listed
                : Objects.requireNonNull(data.otherZones().get(code.value()), () -> "No table has zone " + code + ".");
    }

    private ZoneName formerName(ReferenceRow row, String zh) {
        String en = row.get("zone_name_zh").equals(zh) ? row.get("zone_name_en") : "";
        return new ZoneName(
                en.isEmpty()
                        ? Objects.requireNonNull(
                                data.englishNames().get(zh), () -> "telling/names.csv has no English name for " + zh)
                        : en,
                zh);
    }

    private static ZoneName name(ReferenceRow zone) {
        return new ZoneName(zone.get("name_en"), zone.get("name_zh"));
    }

    /** The ISO 3166-2 code of the province in a row. */
    static String province(ReferenceRow row) {
        String gbt2260 = row.get("province_code") + "0000";
        return Province.ALL.stream()
                .filter(province -> province.gbt2260().equals(gbt2260))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(row + ": there is no province " + gbt2260 + "."))
                .iso();
    }

    static ZoneType type(String type) {
        return ZoneType.parse(type.replace('_', '-'));
    }
}
