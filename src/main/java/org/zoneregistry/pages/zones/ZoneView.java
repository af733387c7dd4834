package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;
import org.zoneregistry.zone.read.ZoneMember;

/** Puts the data of a zone into words. */
record ZoneView(Visit visit, String code) {

    static final String FIRST_YEAR = "1990";
    static final String LAST_YEAR = "2100";

    private static final int LONGEST_BAR = 240;

    /** Members that the page does not list: they are elsewhere on it, or part of another member. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of(
            "code",
            "name.en",
            "name.zh",
            "region",
            "predecessors",
            "successor",
            "establishedNotBefore",
            "effectiveOn",
            "effectiveNotBefore");

    ZonePage of(
            JsonNode known,
            Map<String, JsonNode> family,
            JsonNode timeline,
            JsonNode trade,
            JsonNode diagnosis,
            int year) {
        JsonNode zone = family.getOrDefault(code, MissingNode.getInstance());
        JsonNode named = zone.isMissingNode()
                ? known.path("states").path(known.path("states").size() - 1)
                : zone;
        Language language = visit.language();
        return new ZonePage(
                code,
                ZoneName.of(named, language),
                ZoneName.of(named, language == Language.EN ? Language.ZH : Language.EN),
                zone.isMissingNode() ? List.of() : members(zone),
                BitemporalChart.of(visit, code, known.path("states")),
                FamilyGraph.of(visit, code, family),
                years(trade),
                visit.query(
                        "/v1/statistics/trade", "from", FIRST_YEAR, "to", LAST_YEAR, "groupBy", "year", "zone", code),
                year,
                findings(diagnosis),
                ZoneStory.of(visit, timeline),
                visit.queryOnDay("/v1/audit/evidence/zones/" + code),
                visit.to("/compare", "zone", code));
    }

    private List<ZonePage.Member> members(JsonNode zone) {
        return ZoneMember.ALL.stream()
                .map(ZoneMember::name)
                .filter(name -> !SHOWN_ELSEWHERE.contains(name))
                .map(name -> new ZonePage.Member(label(name), value(name, zone)))
                .filter(member -> !member.value().isEmpty())
                .toList();
    }

    private String label(String member) {
        String name = Vocabulary.of(member, visit.language());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String value(String member, JsonNode zone) {
        Language language = visit.language();
        JsonNode value = zone.path(member);
        return switch (member) {
            case "type", "status" -> Vocabulary.of(value.asText(), language);
            case "province" ->
                Vocabulary.province(value.asText(), language) + " · "
                        + Vocabulary.of(zone.path("region").asText(), language);
            case "establishedOn" -> visit.people().days(zone.path("establishedNotBefore"), value);
            case "facilities" ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(kind -> Vocabulary.of(kind.asText(), language))
                        .collect(Collectors.joining(language.pick(", ", "、")));
            default -> value.asText();
        };
    }

    private List<ZonePage.TradeYear> years(JsonNode trade) {
        People people = visit.people();
        List<JsonNode> rows =
                StreamSupport.stream(trade.path("rows").spliterator(), false).toList();
        BigDecimal most = rows.stream()
                .map(row -> new BigDecimal(row.path("total").asText()))
                .reduce(BigDecimal.ONE, BigDecimal::max);
        return rows.stream()
                .map(row -> new ZonePage.TradeYear(
                        row.path("year").asText(),
                        people.yuan(row.path("imports")),
                        people.yuan(row.path("exports")),
                        people.yuan(row.path("undirected")),
                        people.yuan(row.path("total")),
                        people.exact(row.path("total")),
                        row.path("entries").asText(),
                        new BigDecimal(row.path("total").asText())
                                .multiply(BigDecimal.valueOf(LONGEST_BAR))
                                .divide(most, 0, RoundingMode.UP)
                                .intValue()))
                .toList();
    }

    private List<ZonePage.Diagnosed> findings(JsonNode diagnosis) {
        Language language = visit.language();
        var findings = new ArrayList<ZonePage.Diagnosed>();
        diagnosis
                .path("findings")
                .forEach(finding -> findings.add(new ZonePage.Diagnosed(
                        DiagnosisWords.of(finding.path("finding").asText(), language),
                        DiagnosisWords.of(finding.path("by").asText(), language),
                        DiagnosisWords.of(finding.path("verdict").asText(), language),
                        finding.path("criterion").asText(),
                        StreamSupport.stream(finding.path("measures").spliterator(), false)
                                .map(this::measure)
                                .toList(),
                        finding.path("query").asText())));
        return findings;
    }

    private String measure(JsonNode measure) {
        Language language = visit.language();
        String value = visit.people().index(measure.path("value"));
        String of = measure.path("of").asText();
        return DiagnosisWords.of(measure.path("measure").asText(), language)
                + (of.isEmpty() || "all".equals(of) || "none".equals(of)
                        ? ""
                        : " (" + Vocabulary.of(of, language) + ")")
                + " " + value
                + (measure.has("threshold")
                        ? language.pick(", threshold ", "，阈值 ")
                                + new BigDecimal(measure.path("threshold").asText())
                                        .stripTrailingZeros()
                                        .toPlainString()
                        : "");
    }
}
