package org.zoneregistry.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommand;
import org.zoneregistry.zone.write.accept.AcceptZone;
import org.zoneregistry.zone.write.area.AdjustArea;
import org.zoneregistry.zone.write.close.CloseZone;
import org.zoneregistry.zone.write.integrate.IntegrateZones;

/** Translates rows by telling/judgements.csv, which describes its columns. */
final class Judgements {

    private final ReferenceZones zones;

    Judgements(ReferenceZones zones) {
        this.zones = zones;
    }

    /**
     * Translates a row by one line about it.
     *
     * @param asRule what the rules make of the row
     */
    List<Telling> tell(ReferenceRow row, ReferenceRow line, Supplier<List<Telling>> asRule) {
        return switch (line.get("tell")) {
            case "as-rule" -> asRule.get();
            case "leave-out" -> List.of(new Telling.LeftOut(row, line.get("part"), line.get("why")));
            default -> List.of(new Telling.AsCommand(row, line.get("part"), command(row, line), line.get("why")));
        };
    }

    private ZoneCommand command(ReferenceRow row, ReferenceRow line) {
        var zone = new ZoneCode(line.given("zone").orElseGet(() -> row.get("zone_code")));
        UncertainDays days = days(row, line);
        return switch (line.get("tell")) {
            case "establish" ->
                zones.establish(
                        zone,
                        line.given("type").orElseGet(() -> row.get("type_after")),
                        row,
                        line.given("name_zh").orElseGet(() -> row.get("zone_name_zh")),
                        area(line),
                        days);
            case "convert" -> zones.convert(zone, area(line), absorbs(line), days);
            case "integrate" -> new IntegrateZones(zone, absorbs(line), area(line), days.on(), days.notBefore());
            case "adjust-area" ->
                new AdjustArea(zone, new BigDecimal(line.get("area_km2")), days.on(), days.notBefore());
            case "accept" -> new AcceptZone(zone, days.on(), days.notBefore());
            case "close" -> new CloseZone(zone, line.get("reason"), days.on(), days.notBefore());
            default -> throw new IllegalArgumentException(line + ": there is no way to tell " + line.get("tell"));
        };
    }

    private static UncertainDays days(ReferenceRow row, ReferenceRow line) {
        return UncertainDays.between(
                line.given("not_before").orElseGet(() -> row.get("date")),
                line.given("on").orElseGet(() -> row.get("date")));
    }

    private static @Nullable BigDecimal area(ReferenceRow line) {
        return line.given("area_km2").map(BigDecimal::new).orElse(null);
    }

    private static List<ZoneCode> absorbs(ReferenceRow line) {
        return line.given("absorbs").stream()
                .flatMap(codes -> Stream.of(codes.split(" ", -1)))
                .map(ZoneCode::new)
                .toList();
    }
}
