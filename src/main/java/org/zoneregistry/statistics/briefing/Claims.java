package org.zoneregistry.statistics.briefing;

import static org.zoneregistry.trade.event.PublishedAggregate.COUNTRY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Growth;
import org.zoneregistry.territory.NationalTerritory;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.LiveZone;

/** The claims of the press conference, each computed from the facts of a year. Pure. */
final class Claims {

    private final Facts facts;
    private final Paths paths;
    private final ZonesTrade zones;

    Claims(Facts facts) {
        this.facts = facts;
        this.paths = new Paths(facts.year(), facts.position());
        this.zones = facts.zones(COUNTRY, facts.year());
    }

    /** A computed claim, before the stated value is added. */
    record Computed(String name, String definition, String unit, ClaimResult finding, String query) {}

    List<Computed> all() {
        return Stream.of(ofZones(), ofTrade(), ofMaintenance(), ofProvinces(), ofDevelopment())
                .flatMap(List::stream)
                .toList();
    }

    private List<Computed> ofZones() {
        List<LiveZone> live = facts.live();
        List<LiveZone> comprehensive = live.stream()
                .filter(zone -> zone.type() == ZoneType.COMPREHENSIVE_BONDED_ZONE)
                .toList();
        String query = paths.composition();
        return List.of(
                new Computed(
                        "zone-types",
                        "Types of zones that the registry distinguishes",
                        "types",
                        ClaimResult.of(ZoneType.values().length)
                                .noted("Types with live zones on that day: "
                                        + live.stream()
                                                .map(LiveZone::type)
                                                .distinct()
                                                .count()),
                        query),
                new Computed("zones", "Live zones", "zones", ClaimResult.of(live.size()), query),
                new Computed(
                        "comprehensive-zones",
                        "Live comprehensive bonded zones",
                        "zones",
                        ClaimResult.of(comprehensive.size()),
                        query),
                new Computed(
                        "comprehensive-share",
                        "Live comprehensive bonded zones over all live zones",
                        "percent",
                        ClaimResult.percent(
                                BigDecimal.valueOf(comprehensive.size()), BigDecimal.valueOf(live.size()), List.of()),
                        query),
                new Computed(
                        "provinces-covered",
                        "Provinces, municipalities and autonomous regions with a live comprehensive bonded zone",
                        "provinces",
                        ClaimResult.of(comprehensive.stream()
                                .map(LiveZone::province)
                                .distinct()
                                .count()),
                        query),
                new Computed(
                        "share-of-territory",
                        "Planned area of the live zones, as far as it is known, over the national territory of "
                                + NationalTerritory.AREA_KM2.toPlainString() + " km²",
                        "percent",
                        shareOfTerritory(live),
                        query));
    }

    private static ClaimResult shareOfTerritory(List<LiveZone> live) {
        List<BigDecimal> known =
                live.stream().map(LiveZone::areaKm2).filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            return ClaimResult.none("no zone has a known area", List.of());
        }
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return ClaimResult.percent(sum, NationalTerritory.AREA_KM2, List.of())
                .noted("a lower bound: the area of " + known.size() + " of " + live.size() + " zones is known, "
                        + sum.toPlainString() + " km² together");
    }

    private List<Computed> ofTrade() {
        ZonesTrade base = facts.zones(COUNTRY, Facts.BASE_YEAR);
        return List.of(
                new Computed(
                        "zone-trade",
                        "Import and export of all zones in the year",
                        "CNY",
                        ClaimResult.of(zones),
                        paths.zones(COUNTRY, facts.year())),
                share(
                        "share-of-foreign-trade",
                        "Trade of all zones over the published foreign trade of the country",
                        COUNTRY,
                        facts.year()),
                share("share-of-foreign-trade-2012", "The same share in " + Facts.BASE_YEAR, COUNTRY, Facts.BASE_YEAR),
                new Computed(
                        "growth-since-2012",
                        "Trade of all zones in the year over that of " + Facts.BASE_YEAR,
                        "times",
                        zones.amount() == null || base.amount() == null
                                ? ClaimResult.none(
                                        (zones.amount() == null ? zones : base).missing(), List.of(zones, base))
                                : ClaimResult.of(Growth.multiple(base.amount(), zones.amount()), List.of(zones, base)),
                        paths.ofYears(Facts.BASE_YEAR, zones.fromEntries() && base.fromEntries())));
    }

    private Computed share(String name, String definition, String territory, int year) {
        ZonesTrade part = facts.zones(territory, year);
        ZonesTrade whole = facts.foreignTrade(territory, year);
        List<ZonesTrade> from = List.of(part, whole);
        ClaimResult finding = part.amount() == null || whole.amount() == null
                ? ClaimResult.none((part.amount() == null ? part : whole).missing(), from)
                : ClaimResult.percent(new BigDecimal(part.fen()), new BigDecimal(whole.fen()), from);
        return new Computed(name, definition, "percent", finding, paths.share(territory, year));
    }

    private List<Computed> ofMaintenance() {
        ZonesTrade now = facts.zones(BusinessForm.BONDED_MAINTENANCE, facts.year());
        ZonesTrade before = facts.zones(BusinessForm.BONDED_MAINTENANCE, facts.year() - 1);
        List<ZonesTrade> from = List.of(now, before);
        ClaimResult growth = now.amount() == null || before.amount() == null
                ? ClaimResult.none((now.amount() == null ? now : before).missing(), from)
                        .noted(comprehensiveOnly(facts.year() - 1))
                : ClaimResult.percent(
                        new BigDecimal(now.fen().subtract(before.fen())), new BigDecimal(before.fen()), from);
        return List.of(
                new Computed(
                        "bonded-maintenance",
                        "Import and export of all zones by bonded maintenance in the year",
                        "CNY",
                        ClaimResult.of(now),
                        paths.form(BusinessForm.BONDED_MAINTENANCE, now.fromEntries())),
                new Computed(
                        "bonded-maintenance-growth",
                        "Trade of all zones by bonded maintenance in the year over that of the year before, less one",
                        "percent",
                        growth,
                        paths.formGrowth(BusinessForm.BONDED_MAINTENANCE, before.fromEntries())));
    }

    /** A note on a figure that readers could mistake for the base of the growth. */
    private @Nullable String comprehensiveOnly(int year) {
        var figure = facts.figure(
                Facts.key(AggregateSubject.COMPREHENSIVE_ZONES, COUNTRY, year, BusinessForm.BONDED_MAINTENANCE));
        return figure == null
                ? null
                : "published for " + year + " is " + figure.aggregate().total()
                        + " for comprehensive zones only: these are other zones, so it is not the base of this growth";
    }

    private List<Computed> ofProvinces() {
        List<String> names = List.of("sichuan", "chongqing", "henan", "shaanxi");
        return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                .map(i -> share(
                        "local-share-" + names.get(i),
                        "Trade of the zones of the province over its published foreign trade",
                        Facts.PROVINCES.get(i),
                        facts.year()))
                .toList();
    }

    private List<Computed> ofDevelopment() {
        var measures = new YearIndices(facts);
        return List.of(
                new Computed(
                        "regional-imbalance",
                        "Inequality of trade among zones that lies between the four regions: Theil's index T",
                        "nats",
                        ifCovered(measures.betweenRegions()),
                        paths.imbalance(Dimension.REGION)),
                new Computed(
                        "imbalance-within-provinces",
                        "Inequality of trade among zones that lies within provinces: Theil's index T",
                        "nats",
                        ifCovered(measures.withinProvinces()),
                        paths.imbalance(Dimension.PROVINCE)),
                new Computed(
                        "insufficient-development",
                        "Reliance on few forms of business: the Herfindahl-Hirschman index of trade by form, 0 to 1",
                        "index",
                        ifCovered(measures.concentrationOfForms()),
                        paths.concentration(Dimension.BUSINESS_FORM)),
                new Computed(
                        "leading-enterprises",
                        "Trade of leading enterprises over that of all zones",
                        "percent",
                        leadingEnterprises(measures),
                        paths.concentration(Dimension.ENTERPRISE)));
    }

    private ClaimResult leadingEnterprises(YearIndices measures) {
        Amount leading = measures.ofLeadingEnterprises();
        return leading == null
                ? ifCovered(Figure.none("no enterprise is registered as leading"))
                : zones.fromEntries()
                        ? ClaimResult.percent(
                                new BigDecimal(leading.fen()), new BigDecimal(zones.fen()), List.of(zones))
                        : notCovered();
    }

    /** The index, if the entries cover the trade of the zones; otherwise the reason why there is none. */
    private ClaimResult ifCovered(Figure index) {
        return zones.fromEntries() ? ClaimResult.of(index, List.of(zones)) : notCovered();
    }

    private ClaimResult notCovered() {
        return ClaimResult.none(
                "the entries of " + measuredZones() + " zones do not cover the trade of all zones", List.of(zones));
    }

    private long measuredZones() {
        return facts.ofTheYear().stream()
                .map(cell -> cell.key().get(Dimension.ZONE))
                .distinct()
                .count();
    }
}
