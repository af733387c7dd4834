package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The content of the list of zones.
 *
 * @param total how many zones match the text
 */
@TemplateData
public record ZoneList(ZonesPageResource.Wanted wanted, Order order, int total, List<Facet> facets, List<Row> rows) {

    /** The order of the list. */
    @TemplateData
    public enum Order {
        NAME,
        CODE,
        PROVINCE,
        ESTABLISHED,
        AREA;

        /** The value of the parameter. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A property to filter the list by. */
    @TemplateData
    public record Facet(String name, List<Choice> choices) {}

    /** One of its values. */
    @TemplateData
    public record Choice(String value, String name, long zones, boolean isChosen) {}

    /** A zone. */
    @TemplateData
    public record Row(
            String href,
            String code,
            String name,
            String otherName,
            String type,
            String typeStyle,
            String status,
            String province,
            String established,
            String area) {}

    /**
     * The page.
     *
     * @param total how many zones match the text
     * @param facets for each facet, the zones that match all the other ones
     * @param shown the zones that match everything
     */
    static ZoneList of(
            Visit visit,
            ZonesPageResource.Wanted wanted,
            Order order,
            int total,
            Map<String, JsonNode> facets,
            JsonNode shown) {
        return new ZoneList(
                wanted,
                order,
                total,
                ZonesPageResource.Wanted.FACETS.stream()
                        .map(name -> facet(
                                name,
                                list(facets.getOrDefault(name, shown)),
                                wanted.chosen(name),
                                value -> named(name, value, visit.language())))
                        .toList(),
                list(shown).stream()
                        .sorted(comparator(order, visit.language()))
                        .map(zone -> row(visit, zone))
                        .toList());
    }

    private static String named(String facet, String value, Language language) {
        return facet.equals("province") ? Vocabulary.province(value, language) : Vocabulary.of(value, language);
    }

    private static List<JsonNode> list(JsonNode answer) {
        return StreamSupport.stream(answer.path("zones").spliterator(), false).toList();
    }

    private static Facet facet(
            String name, List<JsonNode> zones, @Nullable String chosen, Function<String, String> named) {
        var counts = new TreeMap<String, Long>();
        zones.forEach(zone -> counts.merge(zone.path(name).asText(), 1L, Long::sum));
        if (chosen != null && !chosen.isEmpty()) {
            counts.putIfAbsent(chosen, 0L);
        }
        var choices = new ArrayList<Choice>();
        counts.forEach((value, count) ->
                choices.add(new Choice(value, named.apply(value), count, Objects.equals(value, chosen))));
        return new Facet(name, choices);
    }

    private static Comparator<JsonNode> comparator(Order order, Language language) {
        Comparator<JsonNode> byCode =
                Comparator.comparing(zone -> zone.path("code").asText());
        return switch (order) {
            case CODE -> byCode;
            case NAME ->
                Comparator.comparing((JsonNode zone) -> ZoneName.of(zone, language), language.order())
                        .thenComparing(byCode);
            case PROVINCE ->
                Comparator.comparing((JsonNode zone) -> zone.path("province").asText())
                        .thenComparing(byCode);
            case ESTABLISHED ->
                Comparator.comparing(
                                (JsonNode zone) -> zone.path("establishedOn").asText())
                        .thenComparing(byCode);
            case AREA ->
                Comparator.comparing((JsonNode zone) ->
                                new BigDecimal(zone.path("areaKm2").asText("0")))
                        .reversed()
                        .thenComparing(byCode);
        };
    }

    private static Row row(Visit visit, JsonNode zone) {
        Language language = visit.language();
        String code = zone.path("code").asText();
        return new Row(
                visit.to("/zones/" + code),
                code,
                ZoneName.of(zone, language),
                ZoneName.of(zone, language == Language.EN ? Language.ZH : Language.EN),
                Vocabulary.of(zone.path("type").asText(), language),
                zone.path("type").asText(),
                Vocabulary.of(zone.path("status").asText(), language),
                Vocabulary.province(zone.path("province").asText(), language),
                visit.people().days(zone.path("establishedNotBefore"), zone.path("establishedOn")),
                zone.path("areaKm2").asText("–"));
    }
}
