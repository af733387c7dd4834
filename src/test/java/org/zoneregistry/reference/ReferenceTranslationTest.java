package org.zoneregistry.reference;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zoneregistry.territory.Province;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.timeline.ZoneState;

/** The registry with the reference data on 20 March 2023: the day of the press conference. */
class ReferenceTranslationTest {

    private static final LocalDate PRESS_CONFERENCE = LocalDate.of(2023, 3, 20);

    private static final RegistryInMemory REGISTRY = RegistryInMemory.loaded();
    private static final List<ZoneState> LIVE = REGISTRY.liveAt(PRESS_CONFERENCE);

    @Test
    void every_command_is_accepted() {
        assertThat(REGISTRY.rejections()).isEmpty();
    }

    @Test
    void a_hundred_and_sixty_seven_zones_are_live_most_of_them_comprehensive() {
        assertThat(LIVE).hasSize(167);
        assertThat(LIVE.stream().collect(groupingBy(ZoneState::type, counting())))
                .isEqualTo(Map.of(
                        ZoneType.COMPREHENSIVE_BONDED_ZONE, 156L,
                        ZoneType.BONDED_ZONE, 7L,
                        ZoneType.BONDED_PORT_ZONE, 2L,
                        ZoneType.EXPORT_PROCESSING_ZONE, 1L,
                        ZoneType.CROSS_BORDER_INDUSTRIAL_ZONE, 1L));
    }

    @Test
    void every_region_has_the_zones_that_the_sources_count() {
        assertThat(LIVE.stream().collect(groupingBy(zone -> province(zone).region(), counting())))
                .isEqualTo(Map.of(Region.EAST, 92L, Region.CENTRAL, 26L, Region.WEST, 40L, Region.NORTHEAST, 9L));
    }

    @Test
    void every_province_has_the_zones_that_the_sources_count() {
        List<ReferenceRow> counted = ReferenceData.table("province.csv").stream()
                .filter(row -> row.get("year").equals("2022")
                        && row.get("period").equals("year")
                        && !row.get("n_zones").isEmpty())
                .toList();
        assertThat(counted).hasSize(31);
        assertThat(counted).allSatisfy(row -> {
            List<ZoneState> zones = LIVE.stream()
                    .filter(zone -> province(zone).gbt2260().startsWith(row.get("province_code")))
                    .toList();
            assertThat(zones).hasSize(Integer.parseInt(row.get("n_zones")));
            assertThat(zones.stream().filter(zone -> zone.type() == ZoneType.COMPREHENSIVE_BONDED_ZONE))
                    .hasSize(Integer.parseInt(row.get("n_comprehensive")));
        });
    }

    @Test
    void every_zone_is_what_the_list_of_zones_says() {
        Map<String, ZoneState> live =
                LIVE.stream().collect(toMap(zone -> zone.code().value(), Function.identity()));
        List<ReferenceRow> listed = ReferenceData.table("zones.csv");
        assertThat(live.keySet())
                .isEqualTo(new HashSet<>(
                        listed.stream().map(row -> row.get("code")).toList()));
        assertThat(listed).allSatisfy(row -> {
            ZoneState zone = Objects.requireNonNull(live.get(row.get("code")));
            assertThat(zone.name().en()).isEqualTo(row.get("name_en"));
            assertThat(zone.name().zh()).isEqualTo(row.get("name_zh"));
            assertThat(zone.type().wireName()).isEqualTo(row.get("type").replace('_', '-'));
            assertThat(province(zone).gbt2260()).isEqualTo(row.get("province_code") + "0000");
            assertThat(zone.customsDistrict()).isEqualTo(row.get("customs_district"));
            assertThat(zone.areaKm2())
                    .as("an area where the list has one, and none where it has none: %s", zone.code())
                    .isEqualTo(row.given("planned_area_km2")
                            .map(BigDecimal::new)
                            .map(BigDecimal::stripTrailingZeros)
                            .map(area -> area.scale() < 0 ? area.setScale(0) : area)
                            .orElse(null));
        });
    }

    @Test
    void a_zone_operates_if_the_data_know_its_acceptance_or_its_start() {
        var accepted = new TreeSet<String>();
        ReferenceData.table("zones.csv")
                .forEach(row -> row.given("acceptance_date")
                        .or(() -> row.given("operation_date"))
                        .map(date -> UncertainDays.parse(date).on())
                        .filter(day -> !day.isAfter(PRESS_CONFERENCE))
                        .ifPresent(day -> accepted.add(row.get("code"))));
        assertThat(LIVE.stream()
                        .filter(zone -> zone.status() == ZoneStatus.OPERATING)
                        .map(zone -> zone.code().value()))
                .containsAll(accepted);
    }

    @Test
    void every_row_of_the_history_is_recorded_or_left_out_with_a_reason() {
        ReferenceTranslation translation = ReferenceTranslation.shipped();
        var rows = new TreeSet<Integer>();
        ofTheHistory(translation).forEach(command -> rows.add(row(command)));
        List<Omission> omissions = translation.omissions().stream()
                .filter(omission -> omission.file().equals("history.csv"))
                .toList();
        assertThat(omissions).allSatisfy(omission -> {
            assertThat(omission.reason()).isNotBlank();
            assertThat(omission.whole()).isEqualTo(!rows.contains(omission.row()));
        });
        omissions.forEach(omission -> rows.add(omission.row()));
        assertThat(rows)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 281).boxed().toList());
    }

    @Test
    void every_key_is_unique_and_every_command_has_a_source() {
        List<ReferenceCommand> commands = ReferenceTranslation.shipped().commands();
        assertThat(commands).extracting(ReferenceCommand::idempotencyKey).doesNotHaveDuplicates();
        assertThat(commands).allSatisfy(command -> assertThat(command.source()).matches("[a-z_/]+\\.csv row \\d+ .+"));
        assertThat(ofTheHistory(ReferenceTranslation.shipped())).hasSize(302).allSatisfy(command -> {
            assertThat(command.idempotencyKey()).matches("reference:history:\\d+(:[a-z-]+)?");
            assertThat(command.source()).startsWith("history.csv row ");
        });
    }

    @Test
    void every_line_of_the_judgements_is_about_a_row() {
        assertThat(ReferenceData.shipped().judgements().keySet()).allMatch(row -> row >= 1 && row <= 281);
    }

    @Test
    void every_derived_english_name_is_used() {
        List<String> sources = ReferenceTranslation.shipped().commands().stream()
                .map(command -> command.command().toString())
                .toList();
        assertThat(ReferenceData.shipped().englishNames().keySet())
                .allSatisfy(zh -> assertThat(sources).anyMatch(command -> command.contains("zh=" + zh + "]")));
    }

    private static List<ReferenceCommand> ofTheHistory(ReferenceTranslation translation) {
        return translation.commands().stream()
                .filter(command -> command.idempotencyKey().startsWith("reference:history:"))
                .toList();
    }

    private static int row(ReferenceCommand command) {
        return Integer.parseInt(command.idempotencyKey().split(":", -1)[2]);
    }

    private static Province province(ZoneState zone) {
        return Province.byIso(zone.province()).orElseThrow();
    }
}
