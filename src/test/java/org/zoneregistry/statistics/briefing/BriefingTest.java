package org.zoneregistry.statistics.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;
import org.zoneregistry.reference.StatedClaim;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.PublishedFigures.PublishedFigure;
import org.zoneregistry.territory.Region;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.LiveZone;

/** Three zones, small enough to compute by hand: 600 yuan in Jiangsu, 100 and 300 in Sichuan. */
class BriefingTest {

    private static final int YEAR = 2022;
    private static final List<LiveZone> LIVE =
            List.of(zone("a", "CN-JS", Region.EAST), zone("b", "CN-SC", Region.WEST), zone("c", "CN-SC", Region.WEST));
    private static final List<Cell> BY_ZONE = List.of(
            cell(Map.of(Dimension.ZONE, "a", Dimension.PROVINCE, "CN-JS", Dimension.REGION, "east"), 600),
            cell(Map.of(Dimension.ZONE, "b", Dimension.PROVINCE, "CN-SC", Dimension.REGION, "west"), 100),
            cell(Map.of(Dimension.ZONE, "c", Dimension.PROVINCE, "CN-SC", Dimension.REGION, "west"), 300));

    @Test
    void entries_that_cover_what_was_published_are_what_a_claim_is_computed_from() {
        Briefing briefing = briefing(BY_ZONE, published(AggregateSubject.ZONES, "CN", 1010));

        Claim trade = claim(briefing, "zone-trade");
        assertThat(trade.value()).isEqualTo("1000.00");
        assertThat(trade.basis()).isEqualTo("entries");
        assertThat(trade.coverage()).isEqualTo("0.990099");
        assertThat(trade.entries()).isEqualTo(3);
        assertThat(trade.stated()).isEqualTo("8400000000000");
    }

    @Test
    void entries_that_do_not_cover_it_give_way_to_it_and_give_no_index() {
        Briefing briefing = briefing(BY_ZONE, published(AggregateSubject.ZONES, "CN", 1011));

        assertThat(claim(briefing, "zone-trade").value()).isEqualTo("1011.00");
        assertThat(claim(briefing, "zone-trade").basis()).isEqualTo("published");
        assertThat(claim(briefing, "regional-imbalance").reason())
                .isEqualTo("not in the data: the entries of 3 zones do not cover the trade of all zones");
    }

    @Test
    void without_a_published_total_entries_count_if_every_zone_has_some() {
        assertThat(claim(briefing(BY_ZONE), "zone-trade").value()).isEqualTo("1000.00");
        assertThat(claim(briefing(BY_ZONE), "zone-trade").coverage()).isNull();
        assertThat(claim(briefing(BY_ZONE.subList(0, 2)), "zone-trade").reason())
                .isEqualTo("not in the data: no zones/CN/2022 was published, and the 2 entries do not cover it");
    }

    @Test
    void a_province_has_its_own_zones_over_its_own_trade() {
        Briefing briefing = briefing(BY_ZONE, published(AggregateSubject.FOREIGN_TRADE, "CN-SC", 640));

        Claim sichuan = claim(briefing, "local-share-sichuan");
        assertThat(sichuan.value()).isEqualTo("62.500000");
        assertThat(sichuan.stated()).isEqualTo("50 or 60");
        assertThat(sichuan.difference()).as("what was stated is no one number").isNull();
        assertThat(claim(briefing, "local-share-henan").value()).isNull();
    }

    /** Theil's T of 600, 100 and 300 is 0.200… in all: between 600 and (100, 300), and within the latter. */
    @Test
    void indices_are_those_of_the_entries() {
        Briefing briefing = briefing(BY_ZONE);

        // 0.6 ln(0.6 / (1/3)) + 0.4 ln(0.4 / (2/3))
        assertThat(claim(briefing, "regional-imbalance").value()).isEqualTo("0.148342");
        // 0.4 (0.25 ln 0.5 + 0.75 ln 1.5)
        assertThat(claim(briefing, "imbalance-within-provinces").value()).isEqualTo("0.052325");
        // 0.75² + 0.25²
        assertThat(claim(briefing, "insufficient-development").value()).isEqualTo("0.625000");
        assertThat(claim(briefing, "leading-enterprises").value()).isEqualTo("45.000000");
    }

    @Test
    void maintenance_grows_over_that_of_the_same_zones() {
        Briefing briefing = briefing(
                BY_ZONE,
                published(AggregateSubject.ZONES, "CN", 1000),
                maintenance(AggregateSubject.ZONES, YEAR, 198),
                maintenance(AggregateSubject.ZONES, YEAR - 1, 150));

        assertThat(claim(briefing, "bonded-maintenance-growth").value()).isEqualTo("32.000000");
        assertThat(claim(briefing, "bonded-maintenance-growth").difference()).isEqualTo("-0.700000");
    }

    private static Briefing briefing(List<Cell> byZone, PublishedFigure... published) {
        return Briefing.of(
                new Facts(
                        YEAR,
                        77,
                        LIVE,
                        LIVE,
                        byZone,
                        List.of(
                                cell(Map.of(Dimension.BUSINESS_FORM, "bonded-logistics"), 750),
                                cell(Map.of(Dimension.BUSINESS_FORM, "bonded-processing"), 250)),
                        List.of(
                                cell(Map.of(Dimension.ENTERPRISE, "leads"), 450),
                                cell(Map.of(Dimension.ENTERPRISE, "follows"), 550)),
                        Set.of("leads"),
                        List.of(published)),
                StatedClaim.all());
    }

    private static Claim claim(Briefing briefing, String name) {
        return briefing.claims().stream()
                .filter(claim -> claim.claim().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static PublishedFigure published(AggregateSubject subject, String territory, long yuan) {
        return published(Facts.key(subject, territory, YEAR, null), yuan);
    }

    private static PublishedFigure maintenance(AggregateSubject subject, int year, long yuan) {
        return published(Facts.key(subject, "CN", year, BusinessForm.BONDED_MAINTENANCE), yuan);
    }

    private static PublishedFigure published(PublishedAggregate.Key key, long yuan) {
        return new PublishedFigure(
                new PublishedAggregate(
                        key.subject(),
                        key.territory(),
                        key.period(),
                        key.businessForm(),
                        new Money(yuan * 100),
                        null,
                        null,
                        "a test"),
                12);
    }

    private static Cell cell(Map<Dimension, String> key, long yuan) {
        Map<Dimension, String> ofTheYear = new EnumMap<>(Dimension.class);
        ofTheYear.putAll(key);
        ofTheYear.put(Dimension.YEAR, Integer.toString(YEAR));
        return new Cell(ofTheYear, Amount.of(new Money(yuan * 100)), Amount.ZERO, Amount.ZERO, 1);
    }

    private static LiveZone zone(String code, String province, Region region) {
        return new LiveZone(code, ZoneType.COMPREHENSIVE_BONDED_ZONE, province, region, BigDecimal.ONE, List.of());
    }
}
