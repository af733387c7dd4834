package org.zoneregistry.zone.write.amend;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

/** The values that an amendment gives anew, by the names of the fact's members; what is {@code null} stays. */
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

    /** The names of the values given. */
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

    private static void add(Set<String> given, String member, @Nullable Object value) {
        if (value != null) {
            given.add(member);
        }
    }
}
