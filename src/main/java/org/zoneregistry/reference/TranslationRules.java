package org.zoneregistry.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.accept.AcceptZone;

/** Translates rows of the history that need no judgement. */
final class TranslationRules {

    private static final Pattern AREA = Pattern.compile("(?:^|area )([0-9.]+) km2");
    private static final Pattern PREDECESSOR = Pattern.compile("predecessor: ([^;]+) \\(EPZ\\)$");
    private static final String FIRST_EXPORT_PROCESSING_ZONES = "2000-04";

    private final ReferenceZones zones;

    TranslationRules(ReferenceZones zones) {
        this.zones = zones;
    }

    /**
     * Translates a row.
     *
     * @param established the zones that earlier rows establish, with the earliest day
     * @param accepted the zones that earlier rows accept
     * @throws IllegalArgumentException if the row needs a judgement
     */
    List<Telling> tell(ReferenceRow row, Map<ZoneCode, LocalDate> established, Set<ZoneCode> accepted) {
        return switch (row.get("event")) {
            case "establishment_approval" -> List.of(establish(row));
            case "conversion_approval" -> convert(row, established);
            case "acceptance" -> List.of(accept(row, days(row), ""));
            case "operation_start" -> List.of(start(row, established, accepted));
            case "expansion_approval" -> List.of(leaveOut(row, "no total area is stated"));
            case "policy" -> List.of(leaveOut(row, "a policy, no fact about a zone"));
            default -> throw new IllegalArgumentException(row + " needs a judgement: " + row.get("event"));
        };
    }

    private Telling establish(ReferenceRow row) {
        ZoneCode code = code(row);
        String type = row.get("type_after");
        BigDecimal present = zones.isPresentForm(code, type) ? zones.presentAreaKm2(code) : null;
        var command = zones.establish(
                code, type, row, row.get("zone_name_zh"), present == null ? area(row) : present, days(row));
        return new Telling.AsCommand(row, "", command, "");
    }

    private List<Telling> convert(ReferenceRow row, Map<ZoneCode, LocalDate> established) {
        ZoneCode code = code(row);
        if (!row.get("type_after").equals("comprehensive_bonded_zone")) {
            throw new IllegalArgumentException(row + " needs a judgement: there is no command for this conversion.");
        }
        UncertainDays days = days(row);
        var conversion =
                new Telling.AsCommand(row, "", zones.convert(code, zones.presentAreaKm2(code), List.of(), days), "");
        return established.containsKey(code) ? List.of(conversion) : List.of(predecessor(row, days), conversion);
    }

    /** A predecessor whose approval is not in the data: it existed by the conversion. */
    private Telling predecessor(ReferenceRow row, UncertainDays conversion) {
        Matcher named = PREDECESSOR.matcher(row.get("detail"));
        if (!named.find()) {
            throw new IllegalArgumentException(row + " needs a judgement: it names no single predecessor.");
        }
        var days = new UncertainDays(
                UncertainDays.parse(FIRST_EXPORT_PROCESSING_ZONES).notBefore(), conversion.on());
        return new Telling.AsCommand(
                row,
                "predecessor",
                zones.establish(code(row), row.get("type_before"), row, named.group(1), null, days),
                "existed by the conversion, and not before the first zones of that type ("
                        + FIRST_EXPORT_PROCESSING_ZONES + ")");
    }

    private Telling start(ReferenceRow row, Map<ZoneCode, LocalDate> established, Set<ZoneCode> accepted) {
        ZoneCode code = code(row);
        if (accepted.contains(code)) {
            return leaveOut(
                    row, "a start of operation: there is no such command, and the zone is told as accepted before");
        }
        LocalDate approval = established.get(code);
        if (approval == null) {
            throw new IllegalArgumentException(row + " needs a judgement: no approval is told before.");
        }
        return accept(
                row,
                new UncertainDays(approval, days(row).on()),
                "in operation then, so accepted between its approval and then; no acceptance is in the data before");
    }

    private static Telling accept(ReferenceRow row, UncertainDays days, String why) {
        return new Telling.AsCommand(row, "", new AcceptZone(code(row), days.on(), days.notBefore()), why);
    }

    private static Telling leaveOut(ReferenceRow row, String why) {
        return new Telling.LeftOut(row, "", why);
    }

    private static ZoneCode code(ReferenceRow row) {
        return new ZoneCode(row.get("zone_code"));
    }

    /** The row's date; if it has none, the bounds of the approval in zones.csv. */
    private UncertainDays days(ReferenceRow row) {
        return row.given("date").map(UncertainDays::parse).orElseGet(() -> zones.approvalBounds(code(row)));
    }

    private static @Nullable BigDecimal area(ReferenceRow row) {
        Matcher stated = AREA.matcher(row.get("detail"));
        return stated.find() ? new BigDecimal(stated.group(1)) : null;
    }
}
