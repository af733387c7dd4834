package org.zoneregistry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.zoneregistry.access.Caller;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Limit;
import org.zoneregistry.access.Limits;
import org.zoneregistry.access.Role;
import org.zoneregistry.access.Scope;
import org.zoneregistry.imports.body.Line;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.zone.event.ZoneCode;

/** The zones of lines, judged while a file arrives. */
class PermittedLinesTest {

    private final Map<String, String> provinces = new ConcurrentHashMap<>();
    private final PermittedLines lines = new PermittedLines(
            new Limits(zone -> Uni.createFrom().item(Optional.ofNullable(provinces.get(zone)))), reporterOf("CN-JS"));

    private static Granted reporterOf(String province) {
        var limit = new Limit(false, Set.of(), Set.of(province));
        var caller = new Caller(
                "https://issuer.example",
                "li",
                EnumSet.of(Role.REPORTER),
                null,
                null,
                null,
                true,
                Set.of(),
                Set.of(province));
        return new Granted(caller, Role.REPORTER, Scope.ZONES, limit, limit, false);
    }

    private Line judged(String zone) {
        var entry = new TradeEntry(
                new EntryId("E-1"),
                new ZoneCode(zone),
                Period.parse("2022-12"),
                Direction.EXPORT,
                BusinessForm.BONDED_PROCESSING,
                null,
                null,
                null,
                Money.parse("1.00"));
        return lines.of(List.of(new Line.WithEntry(2, List.of(), entry))).join().getFirst();
    }

    @Test
    void a_zone_that_becomes_known_in_another_province_while_the_file_arrives_is_foreign() {
        assertThat(judged("later")).as("refused as unknown when it is decided").isInstanceOf(Line.WithEntry.class);
        provinces.put("later", "CN-SC");
        assertThat(judged("later")).isInstanceOf(Line.WithoutEntry.class);
    }

    @Test
    void a_known_zone_is_within_or_outside() {
        provinces.putAll(Map.of("own", "CN-JS", "foreign", "CN-SC"));
        assertThat(judged("own")).isInstanceOf(Line.WithEntry.class);
        assertThat(judged("foreign")).isInstanceOf(Line.WithoutEntry.class);
    }
}
