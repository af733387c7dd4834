package org.zoneregistry.pages.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/** Puts the data of the first page into words. */
final class Wording {

    private static final String COUNTRY = "CN";

    private Wording() {}

    static Map<String, TileMap.Value> zones(JsonNode live) {
        var values = new HashMap<String, TileMap.Value>();
        live.path("byProvince")
                .forEach(group -> values.put(
                        group.path("value").asText(),
                        new TileMap.Value(
                                group.path("zones").decimalValue(),
                                group.path("zones").asText())));
        return values;
    }

    static Map<String, TileMap.Value> traded(Visit visit, JsonNode trade) {
        var values = new HashMap<String, TileMap.Value>();
        trade.path("rows")
                .forEach(row -> values.put(
                        row.path("province").asText(),
                        new TileMap.Value(
                                new BigDecimal(row.path("total").asText()),
                                visit.people().shortYuan(row.path("total")))));
        return values;
    }

    static Map<String, TileMap.Value> local(Visit visit, List<JsonNode> shares) {
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

    static JsonNode find(List<JsonNode> shares, String year) {
        return shares.stream()
                .filter(share -> share.path("period").asText().equals(year))
                .findAny()
                .orElse(MissingNode.getInstance());
    }

    static List<Dashboard.Headline> headlines(Visit visit, JsonNode live, JsonNode share, int year) {
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

    static List<Dashboard.Form> forms(Visit visit, JsonNode sums, List<JsonNode> figures, String year) {
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

    static Dashboard.Spread spread(Visit visit, JsonNode imbalance, JsonNode share, String year) {
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
