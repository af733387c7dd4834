package org.zoneregistry.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.write.accept.AcceptZone;
import org.zoneregistry.zone.write.amend.AmendFact;
import org.zoneregistry.zone.write.area.AdjustArea;
import org.zoneregistry.zone.write.close.CloseZone;
import org.zoneregistry.zone.write.convert.ConvertToComprehensive;
import org.zoneregistry.zone.write.establish.EstablishZone;
import org.zoneregistry.zone.write.facility.CommissionFacility;
import org.zoneregistry.zone.write.facility.DecommissionFacility;
import org.zoneregistry.zone.write.integrate.IntegrateZones;
import org.zoneregistry.zone.write.rename.RenameZone;
import org.zoneregistry.zone.write.withdraw.WithdrawFact;

/**
 * Commands as requests of a client.
 *
 * @param suffix is added to the code of every zone, because codes are used once
 */
public record CommandRequests(String suffix) {

    /** A request: always POST. */
    public record Request(String path, String body) {}

    /** The code that the zone has in requests. */
    public String code(ZoneCode zone) {
        return zone.value() + "-" + suffix;
    }

    public Request of(Object command) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String path = switch (command) {
            case EstablishZone c -> {
                body.put("code", code(c.code()));
                put(body, "type", c.type());
                body.put("province", c.province());
                put(body, "customsDistrict", c.customsDistrict());
                put(body, c.name());
                put(body, c.areaKm2());
                yield days(body, "/v1/zones", c.effectiveOn(), c.effectiveNotBefore());
            }
            case AcceptZone c -> days(body, zone(c.zone(), "acceptance"), c.effectiveOn(), c.effectiveNotBefore());
            case ConvertToComprehensive c -> {
                put(body, c.name());
                put(body, c.areaKm2());
                put(body, c.absorbs());
                yield days(body, zone(c.zone(), "conversion"), c.effectiveOn(), c.effectiveNotBefore());
            }
            case IntegrateZones c -> {
                put(body, c.areaKm2());
                put(body, c.absorbs());
                yield days(body, zone(c.zone(), "integration"), c.effectiveOn(), c.effectiveNotBefore());
            }
            case AdjustArea c -> {
                put(body, c.areaKm2());
                yield days(body, zone(c.zone(), "area"), c.effectiveOn(), c.effectiveNotBefore());
            }
            case RenameZone c -> {
                put(body, c.name());
                yield days(body, zone(c.zone(), "name"), c.effectiveOn(), c.effectiveNotBefore());
            }
            case CommissionFacility c -> {
                put(body, "kind", c.kind());
                yield days(body, zone(c.zone(), "facilities"), c.effectiveOn(), c.effectiveNotBefore());
            }
            case DecommissionFacility c ->
                days(
                        body,
                        zone(c.zone(), "facilities/" + c.kind().wireName() + "/decommissioning"),
                        c.effectiveOn(),
                        c.effectiveNotBefore());
            case CloseZone c -> {
                body.put("reason", c.reason());
                yield days(body, zone(c.zone(), "closure"), c.effectiveOn(), c.effectiveNotBefore());
            }
            case AmendFact c -> amendment(body, c);
            case WithdrawFact c -> {
                body.put("reason", c.reason());
                yield "/v1/facts/" + c.fact() + "/withdrawal";
            }
            default ->
                throw new IllegalArgumentException("CommandRequests has no request for " + command.getClass() + ": add"
                        + " a case to CommandRequests.of");
        };
        return new Request(path, body.toString());
    }

    private String amendment(ObjectNode body, AmendFact command) {
        ObjectNode values = body.putObject("values");
        FactValues given = command.values();
        put(values, given.get(FactValue.NAME));
        put(values, "type", given.get(FactValue.TYPE));
        put(values, "province", given.get(FactValue.PROVINCE));
        put(values, "customsDistrict", given.get(FactValue.CUSTOMS_DISTRICT));
        put(values, given.get(FactValue.AREA_KM2));
        put(values, "kind", given.get(FactValue.KIND));
        put(values, "reason", given.get(FactValue.REASON));
        List<ZoneCode> absorbs = given.get(FactValue.ABSORBS);
        if (absorbs != null) {
            put(values, absorbs);
        }
        body.put("reason", command.reason());
        String path = "/v1/facts/" + command.fact() + "/amendment";
        return command.effectiveOn() == null || command.effectiveNotBefore() == null
                ? path
                : days(body, path, command.effectiveOn(), command.effectiveNotBefore());
    }

    private String zone(ZoneCode zone, String command) {
        return "/v1/zones/" + code(zone) + "/" + command;
    }

    private static String days(ObjectNode body, String path, LocalDate on, LocalDate notBefore) {
        body.put("effectiveOn", on.toString());
        body.put("effectiveNotBefore", notBefore.toString());
        return path;
    }

    private void put(ObjectNode body, List<ZoneCode> absorbs) {
        var array = body.putArray("absorbs");
        absorbs.forEach(zone -> array.add(code(zone)));
    }

    private static void put(ObjectNode body, @Nullable ZoneName name) {
        if (name != null) {
            put(body.putObject("name").put("en", name.en()), "zh", name.zh());
        }
    }

    private static void put(ObjectNode body, @Nullable BigDecimal areaKm2) {
        if (areaKm2 != null) {
            body.put("areaKm2", areaKm2);
        }
    }

    private static void put(ObjectNode body, String member, @Nullable String value) {
        if (value != null) {
            body.put(member, value);
        }
    }

    private static void put(ObjectNode body, String member, @Nullable ZoneType type) {
        put(body, member, type == null ? null : type.wireName());
    }

    private static void put(ObjectNode body, String member, @Nullable FacilityKind kind) {
        put(body, member, kind == null ? null : kind.wireName());
    }
}
