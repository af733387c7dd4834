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
    private static final String ENTRIES = "entries";

    private Wording() {}

    static Map<String, TileMap.Value> zones(JsonNode live) {
        var values = new HashMap<String, TileMap.Value>();
        live.path("byProvince")
                .forEach(group -> values.put(
                        group.path("value").asText(),
                        new TileMap.Value(
                                group.path("zones").decimalValue(),
                                group.path("zones").asText(),
                                "")));
        return values;
    }

    /** @param live the composition at the end of the year */
    static Map<String, TileMap.Value> traded(Visit visit, JsonNode trade, JsonNode live) {
        Map<String, Integer> zones = byProvince(live);
        var values = new HashMap<String, TileMap.Value>();
        trade.path("rows").forEach(row -> {
            String province = row.path("province").asText();
            values.put(
                    province,
                    new TileMap.Value(
                            new BigDecimal(row.path("total").asText()),
                            visit.people().shortYuan(row.path("total")),
                            summed(visit, row.path("coverage"), zones.getOrDefault(province, 0))));
        });
        return values;
    }

    /** @param live the composition at the end of the year */
    static Map<String, TileMap.Value> local(Visit visit, List<JsonNode> shares, JsonNode live) {
        Map<String, Integer> zones = byProvince(live);
        var values = new HashMap<String, TileMap.Value>();
        shares.forEach(share -> {
            String province = share.path("territory").asText();
            int ofProvince = zones.getOrDefault(province, 0);
            boolean isKnown = TradeByYear.isWhole(share, ofProvince)
                    && !People.isAbsent(share.path("share").path("value"));
            values.put(
                    province,
                    new TileMap.Value(
                            isKnown
                                    ? new BigDecimal(
                                            share.path("share").path("value").asText())
                                    : null,
                            isKnown ? visit.people().percent(share.path("share")) : "–",
                            basis(visit, share, ofProvince)));
        });
        return values;
    }

    private static Map<String, Integer> byProvince(JsonNode live) {
        var zones = new HashMap<String, Integer>();
        live.path("byProvince")
                .forEach(group -> zones.put(
                        group.path("value").asText(), group.path("zones").asInt()));
        return zones;
    }

    static JsonNode find(List<JsonNode> shares, String year) {
        return shares.stream()
                .filter(share -> share.path("period").asText().equals(year))
                .findAny()
                .orElse(MissingNode.getInstance());
    }

    static List<Dashboard.Headline> headlines(Visit visit, JsonNode live, JsonNode share, int year, int liveAtEnd) {
        People people = visit.people();
        JsonNode used = TradeByYear.used(share);
        JsonNode area = live.path("area");
        boolean isWhole = TradeByYear.isWhole(share, liveAtEnd);
        String composed = visit.queryOnDay("/v1/statistics/composition");
        String shared = visit.query("/v1/statistics/share", "territory", COUNTRY, "period", Integer.toString(year));
        return List.of(
                new Dashboard.Headline(live.path("zones").asText(), "", "zones", "", composed),
                new Dashboard.Headline(
                        live.path("comprehensive").asText(),
                        "",
                        "comprehensive",
                        People.isAbsent(live.path("comprehensiveShare").path("value"))
                                ? ""
                                : people.percent(live.path("comprehensiveShare")),
                        composed),
                new Dashboard.Headline(live.path("provinces").asText(), "", "provinces", "", composed),
                new Dashboard.Headline(
                        people.yuan(used.path("zonesTrade")),
                        people.exact(used.path("zonesTrade")),
                        "trade",
                        basis(visit, share, liveAtEnd),
                        shared),
                new Dashboard.Headline(
                        isWhole ? people.percent(share.path("share")) : "–",
                        isWhole ? share.path("share").path("value").asText() : "",
                        "share",
                        isWhole ? basis(visit, share, liveAtEnd) : "",
                        shared),
                new Dashboard.Headline(
                        people.percent(area.path("shareOfTerritory"), 4),
                        People.isAbsent(area.path("km2"))
                                ? ""
                                : area.path("km2").asText() + " km²",
                        "area",
                        "",
                        composed));
    }

    /**
     * Where the trade in a share is from; for a sum of entries also what they cover. Empty if no trade is known.
     *
     * @param live how many zones are live at the end of the year
     */
    static String basis(Visit visit, JsonNode share, int live) {
        if (People.isAbsent(TradeByYear.used(share).path("zonesTrade"))) {
            return "";
        }
        String basis = share.path("basis").asText();
        return basis.equals(ENTRIES)
                ? summed(visit, share.path("covers"), live)
                : Vocabulary.of(basis, visit.language());
    }

    private static String summed(Visit visit, JsonNode coverage, int live) {
        return Vocabulary.of(ENTRIES, visit.language())
                + visit.language().pick(": ", "：")
                + visit.people().covered(coverage, live);
    }

    static List<Dashboard.Form> forms(Visit visit, JsonNode sums, List<JsonNode> figures, String year, int live) {
        var summed = new HashMap<String, JsonNode>();
        sums.path("rows").forEach(row -> summed.put(row.path("businessForm").asText(), row));
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
                            people.yuan(sum.path("total")),
                            people.exact(sum.path("total")),
                            sum.isMissingNode() ? "" : people.covered(sum.path("coverage"), live),
                            people.yuan(figure.path("total")),
                            people.exact(figure.path("total")),
                            figure.path("source").asText());
                })
                .toList();
    }

    /**
     * The answers about the inequality of trade.
     *
     * @param regions the sums of entries by region
     * @param largest the zone with the most trade; missing if there is none
     */
    record Inequality(JsonNode imbalance, JsonNode regions, JsonNode largest) {}

    static Dashboard.Spread spread(Visit visit, Inequality inequality, JsonNode share, String year, int live) {
        JsonNode imbalance = inequality.imbalance();
        JsonNode largest = inequality.largest().path("name");
        People people = visit.people();
        JsonNode all = imbalance.path("all");
        var recorded = new HashMap<String, JsonNode>();
        inequality
                .regions()
                .path("rows")
                .forEach(row -> recorded.put(row.path("region").asText(), row));
        var groups = new ArrayList<Dashboard.Group>();
        imbalance.path("groups").forEach(group -> {
            JsonNode sum = recorded.getOrDefault(group.path("value").asText(), MissingNode.getInstance());
            int zones = group.path("n").asInt();
            groups.add(new Dashboard.Group(
                    Vocabulary.of(group.path("value").asText(), visit.language()),
                    zones,
                    people.yuan(sum.path("total")),
                    people.exact(sum.path("total")),
                    sum.isMissingNode() ? "–" : people.percent(group.path("share")),
                    people.index(group.path("gini")),
                    sum.isMissingNode() ? "" : people.covered(sum.path("coverage"), zones)));
        });
        String name =
                largest.path(visit.language().tag()).asText(largest.path("en").asText());
        return new Dashboard.Spread(
                !People.isAbsent(all.path("theil").path("value")),
                people.index(all.path("theil")),
                people.index(imbalance.path("theilBetween")),
                people.index(imbalance.path("theilWithin")),
                people.index(all.path("gini")),
                name.isEmpty() ? all.path("largest").asText() : name,
                people.percent(all.path("largestShare")),
                people.covered(imbalance.path("covers"), live),
                People.isAbsent(share.path("coverage").path("value")) ? "" : people.percent(share.path("coverage")),
                visit.query("/v1/statistics/imbalance", "period", year),
                groups);
    }
}
