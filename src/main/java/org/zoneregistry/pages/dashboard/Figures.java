package org.zoneregistry.pages.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.zoneregistry.asof.Page;
import org.zoneregistry.audit.http.CheckpointsResource;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.projections.rebuild.CopyAsked;
import org.zoneregistry.statistics.Interval;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.ZoneSelection;
import org.zoneregistry.statistics.composition.CompositionOverTimeResource;
import org.zoneregistry.statistics.composition.CompositionResource;
import org.zoneregistry.statistics.imbalance.ImbalanceResource;
import org.zoneregistry.statistics.share.ShareResource;
import org.zoneregistry.statistics.trade.TradeSumsResource;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.trade.read.aggregates.AggregateFilter;
import org.zoneregistry.trade.read.aggregates.AggregatesResource;
import org.zoneregistry.zone.read.single.ZoneResource;

/** Reads the data of the first page. */
@Singleton
class Figures {

    private static final String COUNTRY = "CN";

    private final Answered answered;
    private final CompositionResource composition;
    private final CompositionOverTimeResource overTime;
    private final ShareResource share;
    private final TradeSumsResource sums;
    private final ImbalanceResource imbalance;
    private final AggregatesResource aggregates;
    private final CheckpointsResource checkpoints;
    private final ZoneResource zones;

    Figures(
            Answered answered,
            CompositionResource composition,
            CompositionOverTimeResource overTime,
            ShareResource share,
            TradeSumsResource sums,
            ImbalanceResource imbalance,
            AggregatesResource aggregates,
            CheckpointsResource checkpoints,
            ZoneResource zones) {
        this.answered = answered;
        this.composition = composition;
        this.overTime = overTime;
        this.share = share;
        this.sums = sums;
        this.imbalance = imbalance;
        this.aggregates = aggregates;
        this.checkpoints = checkpoints;
        this.zones = zones;
    }

    Uni<Dashboard> of(Visit visit, String measure) {
        return published(visit).chain(figures -> {
            int year = latestYear(visit, figures);
            var period = Integer.toString(year);
            return Uni.combine()
                    .all()
                    .unis(
                            answered.by(composition.get(visit.asOf())),
                            answered.by(overTime.get(visit.asKnown())),
                            answered.by(checkpoints.list(
                                    new Page(),
                                    "latest-first",
                                    null,
                                    visit.request().request())),
                            shares(visit, years(figures)),
                            spread(visit, period),
                            sums(visit, period, "businessForm"))
                    .usingConcurrencyOf(1)
                    .asTuple()
                    .chain(data -> map(visit, measure, data.getItem1(), period).map(map -> {
                        JsonNode share = Wording.find(data.getItem4(), period);
                        int live = TimeBar.live(data.getItem2(), period);
                        return new Dashboard(
                                data.getItem1(),
                                Wording.headlines(visit, data.getItem1(), share, year, live),
                                TimeBar.of(visit, data.getItem2(), data.getItem3()),
                                map,
                                year,
                                TradeByYear.of(visit, data.getItem4(), data.getItem2()),
                                Wording.forms(visit, data.getItem6(), figures, period, live),
                                Wording.spread(visit, data.getItem5(), share, period, live));
                    }));
        });
    }

    /** The inequality of trade, with the sums by region and the zone with the most trade. */
    private Uni<Wording.Inequality> spread(Visit visit, String year) {
        return answered.by(imbalance.get(visit.asKnown(), period(year), null))
                .chain(all -> sums(visit, year, "region")
                        .chain(regions -> largest(
                                        visit, all.path("all").path("largest").asText(), year)
                                .map(largest -> new Wording.Inequality(all, regions, largest))));
    }

    private Uni<JsonNode> largest(Visit visit, String code, String year) {
        return code.isEmpty()
                ? Uni.createFrom().item(MissingNode.getInstance())
                : answered.ifAny(zones.get(code, visit.on(end(year)), new CopyAsked()));
    }

    private static LocalDate end(String year) {
        return LocalDate.of(Integer.parseInt(year), 12, 31);
    }

    private Uni<List<JsonNode>> published(Visit visit) {
        var filter = new AggregateFilter();
        filter.territory = List.of(COUNTRY);
        var page = new Page();
        page.limit = "1000";
        return answered.by(aggregates.list(visit.asKnown(), filter, page)).map(answer -> {
            var figures = new ArrayList<JsonNode>();
            answer.path("aggregates").forEach(figures::add);
            return figures;
        });
    }

    /** The years with a published total of the zones or of foreign trade. */
    private static List<String> years(List<JsonNode> figures) {
        var years = new TreeSet<String>();
        figures.forEach(figure -> {
            if (figure.path("period").asText().length() == 4 && !figure.has("businessForm")) {
                years.add(figure.path("period").asText());
            }
        });
        return List.copyOf(years);
    }

    /** The last year that is over on the day and has a published total of the zones. */
    private static int latestYear(Visit visit, List<JsonNode> figures) {
        int last = visit.validAt().getDayOfYear() >= 365
                ? visit.validAt().getYear()
                : visit.validAt().getYear() - 1;
        return figures.stream()
                .filter(figure -> figure.path("subject").asText().equals("zones") && !figure.has("businessForm"))
                .map(figure -> figure.path("period").asText())
                .filter(period -> period.length() == 4)
                .mapToInt(Integer::parseInt)
                .filter(year -> year <= last)
                .max()
                .orElse(Math.clamp(last, 1901, 2099));
    }

    private Uni<List<JsonNode>> shares(Visit visit, List<String> years) {
        return Multi.createFrom()
                .iterable(years)
                .onItem()
                .transformToUniAndConcatenate(year -> share(visit, COUNTRY, year))
                .collect()
                .asList();
    }

    private Uni<JsonNode> share(Visit visit, String territory, String year) {
        return answered.by(share.get(visit.asKnown(), territory, period(year)));
    }

    private static OnePeriod period(String year) {
        var period = new OnePeriod();
        period.period = year;
        return period;
    }

    /** The sums of entries of a year by one dimension. */
    private Uni<JsonNode> sums(Visit visit, String year, String dimension) {
        return answered.by(sums.get(
                visit.asKnown(),
                interval(year),
                List.of(dimension),
                new ZoneSelection(),
                new EntryFilter(),
                new CopyAsked()));
    }

    private static Interval interval(String year) {
        var interval = new Interval();
        interval.from = year;
        return interval;
    }

    private Uni<TileMap> map(Visit visit, String measure, JsonNode live, String year) {
        if (measure.equals("zones")) {
            return Uni.createFrom().item(TileMap.of(visit, measure, Wording.zones(live)));
        }
        return answered.by(composition.get(visit.on(end(year))))
                .chain(atEnd -> (measure.equals("trade")
                                ? sums(visit, year, "province").map(trade -> Wording.traded(visit, trade, atEnd))
                                : localShares(visit, year).map(shares -> Wording.local(visit, shares, atEnd)))
                        .map(values -> TileMap.of(visit, measure, values)));
    }

    private Uni<List<JsonNode>> localShares(Visit visit, String year) {
        return Multi.createFrom()
                .iterable(Province.ALL)
                .onItem()
                .transformToUniAndConcatenate(province -> share(visit, province.iso(), year))
                .collect()
                .asList();
    }
}
