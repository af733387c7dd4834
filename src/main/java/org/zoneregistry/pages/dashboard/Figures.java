package org.zoneregistry.pages.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zoneregistry.asof.Page;
import org.zoneregistry.audit.http.CheckpointsResource;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;
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

/** Asks for what the first page shows. */
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

    Figures(
            Answered answered,
            CompositionResource composition,
            CompositionOverTimeResource overTime,
            ShareResource share,
            TradeSumsResource sums,
            ImbalanceResource imbalance,
            AggregatesResource aggregates,
            CheckpointsResource checkpoints) {
        this.answered = answered;
        this.composition = composition;
        this.overTime = overTime;
        this.share = share;
        this.sums = sums;
        this.imbalance = imbalance;
        this.aggregates = aggregates;
        this.checkpoints = checkpoints;
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
                            answered.by(
                                    checkpoints.list(new Page(), visit.request().request())),
                            shares(visit, years(figures)),
                            answered.by(imbalance.get(visit.asKnown(), period(period), null)),
                            byForm(visit, period))
                    .usingConcurrencyOf(1)
                    .asTuple()
                    .chain(told -> map(visit, measure, told.getItem1(), period)
                            .map(map -> new Dashboard(
                                    told.getItem1(),
                                    headlines(visit, told.getItem1(), find(told.getItem4(), period), year),
                                    TimeBar.of(visit, told.getItem2(), told.getItem3()),
                                    map,
                                    year,
                                    TradeByYear.of(visit, told.getItem4()),
                                    forms(visit, told.getItem6(), figures, period),
                                    spread(visit, told.getItem5(), find(told.getItem4(), period), period))));
        });
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

    /** The years of which a total of the zones or of foreign trade was published. */
    private static List<String> years(List<JsonNode> figures) {
        var years = new TreeSet<String>();
        figures.forEach(figure -> {
            if (figure.path("period").asText().length() == 4 && !figure.has("businessForm")) {
                years.add(figure.path("period").asText());
            }
        });
        return List.copyOf(years);
    }

    /** The last year of which the zones' total was published, and that is over on the day. */
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

    private Uni<JsonNode> byForm(Visit visit, String year) {
        return answered.by(sums.get(
                visit.asKnown(),
                interval(year),
                List.of("businessForm"),
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
        return switch (measure) {
            case "trade" ->
                answered.by(sums.get(
                                visit.asKnown(),
                                interval(year),
                                List.of("province"),
                                new ZoneSelection(),
                                new EntryFilter(),
                                new CopyAsked()))
                        .map(trade -> TileMap.of(visit, measure, traded(visit, trade)));
            case "share" ->
                Multi.createFrom()
                        .iterable(Province.ALL)
                        .onItem()
                        .transformToUniAndConcatenate(province -> share(visit, province.iso(), year))
                        .collect()
                        .asList()
                        .map(shares -> TileMap.of(visit, measure, local(visit, shares)));
            default -> Uni.createFrom().item(TileMap.of(visit, measure, zones(live)));
        };
    }

    private static Map<String, TileMap.Value> zones(JsonNode live) {
        var values = new HashMap<String, TileMap.Value>();
        live.path("byProvince")
                .forEach(group -> values.put(
                        group.path("value").asText(),
                        new TileMap.Value(
                                group.path("zones").decimalValue(),
                                group.path("zones").asText())));
        return values;
    }

    private static Map<String, TileMap.Value> traded(Visit visit, JsonNode trade) {
        var values = new HashMap<String, TileMap.Value>();
        trade.path("rows")
                .forEach(row -> values.put(
                        row.path("province").asText(),
                        new TileMap.Value(
                                new BigDecimal(row.path("total").asText()),
                                visit.people().shortYuan(row.path("total")))));
        return values;
    }

    private static Map<String, TileMap.Value> local(Visit visit, List<JsonNode> shares) {
        var values = new HashMap<String, TileMap.Value>();
        shares.forEach(share -> {
            JsonNode value = share.path("share").path("value");
            if (!People.isAbsent(value)) {
                values.put(
                        share.path("territory").asText(),
                        new TileMap.Value(
                                new BigDecimal(value.asText()), visit.people().percent(value)));
            }
        });
        return values;
    }

    private static JsonNode find(List<JsonNode> shares, String year) {
        return shares.stream()
                .filter(share -> share.path("period").asText().equals(year))
                .findAny()
                .orElse(MissingNode.getInstance());
    }

    private static List<Dashboard.Headline> headlines(Visit visit, JsonNode live, JsonNode share, int year) {
        People people = visit.people();
        JsonNode used = TradeByYear.used(share);
        JsonNode area = live.path("area");
        String composed = visit.queryOnDay("/v1/statistics/composition");
        String shared = visit.query("/v1/statistics/share", "territory", COUNTRY, "period", Integer.toString(year));
        return List.of(
                new Dashboard.Headline(live.path("zones").asText(), "", "zones", "", composed),
                new Dashboard.Headline(
                        live.path("comprehensive").asText(),
                        "",
                        "comprehensive",
                        people.percent(live.path("comprehensiveShare")),
                        composed),
                new Dashboard.Headline(live.path("provinces").asText(), "", "provinces", "", composed),
                new Dashboard.Headline(
                        people.yuan(used.path("zonesTrade")),
                        people.exact(used.path("zonesTrade")),
                        "trade",
                        basis(visit, share),
                        shared),
                new Dashboard.Headline(
                        people.percent(share.path("share")),
                        share.path("share").path("value").asText(),
                        "share",
                        basis(visit, share),
                        shared),
                new Dashboard.Headline(
                        people.percent(area.path("shareOfTerritory"), 4),
                        area.path("km2").asText() + " km²",
                        "area",
                        "",
                        composed));
    }

    private static String basis(Visit visit, JsonNode share) {
        return share.isMissingNode() ? "" : Vocabulary.of(share.path("basis").asText(), visit.language());
    }

    private static List<Dashboard.Form> forms(Visit visit, JsonNode sums, List<JsonNode> figures, String year) {
        var summed = new HashMap<String, JsonNode>();
        sums.path("rows").forEach(row -> summed.put(row.path("businessForm").asText(), row.path("total")));
        var published = new HashMap<String, JsonNode>();
        figures.stream()
                .filter(figure -> figure.has("businessForm")
                        && figure.path("period").asText().equals(year))
                .forEach(figure -> published.put(figure.path("businessForm").asText(), figure));
        var names = new TreeSet<>(summed.keySet());
        names.addAll(published.keySet());
        JsonNode none = MissingNode.getInstance();
        People people = visit.people();
        return names.stream()
                .map(name -> {
                    JsonNode sum = summed.getOrDefault(name, none);
                    JsonNode figure = published.getOrDefault(name, none);
                    return new Dashboard.Form(
                            Vocabulary.of(name, visit.language()),
                            people.yuan(sum),
                            people.exact(sum),
                            people.yuan(figure.path("total")),
                            people.exact(figure.path("total")),
                            figure.path("source").asText());
                })
                .toList();
    }

    private static Dashboard.Spread spread(Visit visit, JsonNode imbalance, JsonNode share, String year) {
        People people = visit.people();
        JsonNode all = imbalance.path("all");
        var groups = new ArrayList<Dashboard.Group>();
        imbalance
                .path("groups")
                .forEach(group -> groups.add(new Dashboard.Group(
                        Vocabulary.of(group.path("value").asText(), visit.language()),
                        group.path("n").asInt(),
                        people.yuan(group.path("total")),
                        people.exact(group.path("total")),
                        people.percent(group.path("share")),
                        people.index(group.path("gini")))));
        return new Dashboard.Spread(
                !People.isAbsent(all.path("theil").path("value")),
                people.index(all.path("theil")),
                people.index(imbalance.path("theilBetween")),
                people.index(imbalance.path("theilWithin")),
                people.index(all.path("gini")),
                all.path("largest").asText(),
                people.percent(all.path("largestShare")),
                imbalance.path("covers").path("entries").asText("0"),
                imbalance.path("covers").path("zones").asText("0"),
                people.percent(share.path("coverage")),
                visit.query("/v1/statistics/imbalance", "period", year),
                groups);
    }
}
