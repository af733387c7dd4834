package org.zoneregistry.pages.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.People;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

/** A preview compares the timelines with and without the new events, day by day. */
class TimelineChangeTest {

    private static final ZoneCode HARBOUR = new ZoneCode("new-harbour");
    private static final ZoneCode OLD = new ZoneCode("old-harbour");
    private static final Map<String, String> NAMES = Map.of("new-harbour", "New Harbour", "old-harbour", "Old Harbour");

    private static RecordedZoneEvent recorded(int position, ZoneEvent event) {
        return new RecordedZoneEvent(position, new UUID(1, position), Instant.EPOCH, event);
    }

    private static ZoneEstablished established(ZoneCode zone) {
        LocalDate day = LocalDate.of(2010, 1, 1);
        return new ZoneEstablished(
                zone, new ZoneName(zone.value(), null), ZoneType.BONDED_ZONE, "CN-JS", null, BigDecimal.TWO, day, day);
    }

    private static ZoneAreaAdjusted area(String km2, LocalDate day) {
        return new ZoneAreaAdjusted(HARBOUR, new BigDecimal(km2), day, day);
    }

    private static ZoneConvertedToComprehensive converted(List<ZoneCode> absorbs, LocalDate day) {
        return new ZoneConvertedToComprehensive(HARBOUR, null, null, absorbs, day, day);
    }

    private static List<TimelineChange> changes(
            Language language, List<RecordedZoneEvent> recorded, ZoneEvent... would) {
        return TimelineChange.of(new People(language), recorded, List.of(would), NAMES);
    }

    private static String told(TimelineChange change) {
        return change.zone() + ": "
                + change.days().stream()
                        .map(days -> days.days() + ": "
                                + days.members().stream()
                                        .map(member -> member.name() + " " + member.before() + " → " + member.after())
                                        .toList())
                        .toList();
    }

    @Test
    void a_fact_between_two_others_changes_only_the_days_between_them() {
        var known = List.of(recorded(1, established(HARBOUR)), recorded(2, area("5", LocalDate.of(2020, 1, 1))));
        List<TimelineChange> changes = changes(Language.EN, known, area("3", LocalDate.of(2015, 6, 1)));
        assertThat(changes)
                .extracting(TimelineChangeTest::told)
                .containsExactly("New Harbour: [1 June 2015 – 31 December 2019: [area in km² 2 → 3,"
                        + " last change 1 January 2010 → 1 June 2015,"
                        + " last change, at the earliest 1 January 2010 → 1 June 2015]]");
    }

    @Test
    void each_zone_that_the_command_touches_has_its_changes() {
        var known = List.of(recorded(1, established(HARBOUR)), recorded(2, established(OLD)));
        List<TimelineChange> changes = changes(Language.EN, known, converted(List.of(OLD), LocalDate.of(2015, 6, 1)));
        assertThat(changes).extracting(TimelineChange::zone).containsExactlyInAnyOrder("New Harbour", "Old Harbour");
        assertThat(changes.toString())
                .contains("from 1 June 2015", "predecessors, before=–, after=Old Harbour")
                .contains("status, before=established, after=absorbed", "successor, before=–, after=New Harbour");
    }

    @Test
    void a_new_zone_had_no_members_before() {
        assertThat(told(changes(Language.ZH, List.of(), established(new ZoneCode("third")))
                        .getFirst()))
                .startsWith("third: [2010年1月1日起: [代码 – → third, 名称（英文） – → third, 类型 – → 保税区");
    }

    @Test
    void a_withdrawal_gives_back_what_was_before_the_fact() {
        RecordedZoneEvent adjusted = recorded(2, area("5", LocalDate.of(2020, 1, 1)));
        List<TimelineChange> changes = changes(
                Language.EN,
                List.of(recorded(1, established(HARBOUR)), adjusted),
                new ZoneFactWithdrawn(adjusted.id(), Set.of(HARBOUR), "a test"));
        assertThat(told(changes.getFirst())).contains("from 1 January 2020: [area in km² 5 → 2");
    }

    @Test
    void a_fact_without_an_effect_changes_no_day() {
        LocalDate day = LocalDate.of(2015, 6, 1);
        var known = List.of(recorded(1, established(HARBOUR)), recorded(2, area("3", day)));
        assertThat(told(changes(Language.EN, known, area("3", day)).getFirst())).isEqualTo("New Harbour: []");
    }

    @Test
    void a_timeline_that_no_longer_folds_is_left_out() {
        var known = List.of(recorded(1, established(HARBOUR)));
        assertThat(changes(Language.EN, known, converted(List.of(), LocalDate.of(2009, 1, 1))))
                .isEmpty();
    }
}
