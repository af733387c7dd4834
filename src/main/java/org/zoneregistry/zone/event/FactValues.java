package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values of a fact, without its days. A value is {@code null} if the fact does not have it, or an amendment does not
 * change it.
 */
public record FactValues(
        @Nullable ZoneName name,
        @Nullable ZoneType type,
        @Nullable String province,
        @Nullable String customsDistrict,
        @Nullable BigDecimal areaKm2,
        @Nullable List<ZoneCode> absorbs,
        @Nullable FacilityKind kind,
        @Nullable String reason) {

    public static final FactValues NONE = new FactValues(null, null, null, null, null, null, null, null);

    // One method for each value: a fact names the values that it has, and a new kind of value changes no other fact.

    public FactValues withName(@Nullable ZoneName given) {
        return new FactValues(given, type, province, customsDistrict, areaKm2, absorbs, kind, reason);
    }

    public FactValues withType(@Nullable ZoneType given) {
        return new FactValues(name, given, province, customsDistrict, areaKm2, absorbs, kind, reason);
    }

    public FactValues withProvince(@Nullable String given) {
        return new FactValues(name, type, given, customsDistrict, areaKm2, absorbs, kind, reason);
    }

    public FactValues withCustomsDistrict(@Nullable String given) {
        return new FactValues(name, type, province, given, areaKm2, absorbs, kind, reason);
    }

    public FactValues withAreaKm2(@Nullable BigDecimal given) {
        return new FactValues(name, type, province, customsDistrict, given, absorbs, kind, reason);
    }

    public FactValues withAbsorbs(@Nullable List<ZoneCode> given) {
        return new FactValues(name, type, province, customsDistrict, areaKm2, given, kind, reason);
    }

    public FactValues withKind(@Nullable FacilityKind given) {
        return new FactValues(name, type, province, customsDistrict, areaKm2, absorbs, given, reason);
    }

    public FactValues withReason(@Nullable String given) {
        return new FactValues(name, type, province, customsDistrict, areaKm2, absorbs, kind, given);
    }

    /** The names of the values that are not null. */
    public Set<String> given() {
        var given = new TreeSet<String>();
        add(given, "name", name);
        add(given, "type", type);
        add(given, "province", province);
        add(given, "customsDistrict", customsDistrict);
        add(given, "areaKm2", areaKm2);
        add(given, "absorbs", absorbs);
        add(given, "kind", kind);
        add(given, "reason", reason);
        return given;
    }

    /** These values; the other's where these are null. */
    public FactValues over(FactValues other) {
        return new FactValues(
                or(name, other.name),
                or(type, other.type),
                or(province, other.province),
                or(customsDistrict, other.customsDistrict),
                or(areaKm2, other.areaKm2),
                or(absorbs, other.absorbs),
                or(kind, other.kind),
                or(reason, other.reason));
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T other) {
        return given == null ? other : given;
    }

    private static void add(Set<String> given, String member, @Nullable Object value) {
        if (value != null) {
            given.add(member);
        }
    }
}
