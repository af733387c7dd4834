package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;
import org.zoneregistry.zone.read.ZoneMember;

/** Puts the data of a zone into words. */
record ZoneView(Visit visit, String code, Data data) {

    /**
     * The answers of the API.
     *
     * @param known all states of the zone
     * @param family the zones that it absorbed or that absorbed it, and itself if it was established, by code
     * @param trade by year
     * @param directions by year and direction
     * @param names the last known names of other zones by code
     */
    record Data(
            JsonNode known,
            Map<String, JsonNode> family,
            JsonNode timeline,
            JsonNode trade,
            JsonNode directions,
            int year,
            JsonNode diagnosis,
            Map<String, JsonNode> names) {

        Data(JsonNode known, Map<String, JsonNode> family, JsonNode timeline, JsonNode trade, JsonNode directions) {
            this(known, family, timeline, trade, directions, 0, MissingNode.getInstance(), Map.of());
        }

        Data with(int ofYear, JsonNode diagnosed) {
            return new Data(known, family, timeline, trade, directions, ofYear, diagnosed, names);
        }

        Data with(Map<String, JsonNode> named) {
            return new Data(known, family, timeline, trade, directions, year, diagnosis, named);
        }
    }

    static final String FIRST_YEAR = "1990";
    static final String LAST_YEAR = "2100";

    private static final int LONGEST_BAR = 240;

    /** The measure whose subject is another zone. */
    private static final String ZONE_MEASURE = "krugman";

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

    /** Whether the zone was established on the day, as known at the position. */
    static boolean isThen(Visit visit, JsonNode states) {
        return states(states)
                .filter(ZoneView::stillKnown)
                .anyMatch(state -> !day(state, "validFrom").isAfter(visit.validAt())
                        && (!state.has("validTo") || day(state, "validTo").isAfter(visit.validAt())));
    }

    private static Stream<JsonNode> states(JsonNode states) {
        return StreamSupport.stream(states.path("states").spliterator(), false);
    }

    private static boolean stillKnown(JsonNode state) {
        return !state.has("knownTo");
    }

    private static LocalDate day(JsonNode state, String member) {
        return LocalDate.parse(state.path(member).asText());
    }

    /** The last state that was ever known. */
    static JsonNode last(JsonNode states) {
        return states.path("states").path(states.path("states").size() - 1);
    }

    /** The codes of the other zones that the page names. */
    static Set<String> named(JsonNode timeline, JsonNode diagnosis) {
        var codes = new LinkedHashSet<>(ZoneStory.zones(timeline));
        diagnosis
                .path("findings")
                .forEach(finding -> finding.path("measures").forEach(measure -> {
                    if (measure.path("measure").asText().equals(ZONE_MEASURE)) {
                        codes.add(measure.path("of").asText());
                    }
                }));
        return codes;
    }

    ZonePage page() {
        JsonNode zone = data.family().getOrDefault(code, MissingNode.getInstance());
        JsonNode named = zone.isMissingNode() ? last(data.known()) : zone;
        Language language = visit.language();
        List<ZoneStory.Event> story = new ZoneStory(visit, code, this::name).events(data.timeline());
        return new ZonePage(
                code,
                ZoneName.of(named, language),
                ZoneName.of(named, language == Language.EN ? Language.ZH : Language.EN),
                zone.isMissingNode() ? List.of() : members(zone),
                states(data.known()).noneMatch(ZoneView::stillKnown),
                BitemporalChart.of(visit, code, data.known().path("states"), data.timeline(), story),
                FamilyGraph.of(visit, code, data.family()),
                years(),
                visit.query(
                        "/v1/statistics/trade", "from", FIRST_YEAR, "to", LAST_YEAR, "groupBy", "year", "zone", code),
                data.year(),
                findings(),
                story,
                zone.isMissingNode() ? "" : visit.queryOnDay("/v1/audit/evidence/zones/" + code),
                visit.to("/compare", "zone", code));
    }

    /** The last known name of a zone, or else its code. */
    private String name(String zone) {
        JsonNode found = data.names().getOrDefault(zone, MissingNode.getInstance());
        return found.isMissingNode() ? zone : ZoneName.of(found, visit.language());
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

    private List<ZonePage.TradeYear> years() {
        People people = visit.people();
        List<JsonNode> rows = StreamSupport.stream(data.trade().path("rows").spliterator(), false)
                .toList();
        BigDecimal most = rows.stream()
                .map(row -> new BigDecimal(row.path("total").asText()))
                .reduce(BigDecimal.ONE, BigDecimal::max);
        return rows.stream()
                .map(row -> new ZonePage.TradeYear(
                        row.path("year").asText(),
                        people.yuan(sum(row, "import")),
                        people.yuan(sum(row, "export")),
                        people.yuan(sum(row, "total")),
                        people.yuan(row.path("total")),
                        people.exact(row.path("total")),
                        row.path("entries").asText(),
                        people.parts(row.path("coverage")),
                        new BigDecimal(row.path("total").asText())
                                .multiply(BigDecimal.valueOf(LONGEST_BAR))
                                .divide(most, 0, RoundingMode.UP)
                                .intValue()))
                .toList();
    }

    /** The sum of a year's entries of one direction; missing if there are none. */
    private JsonNode sum(JsonNode year, String direction) {
        for (JsonNode row : data.directions().path("rows")) {
            if (row.path("year").equals(year.path("year"))
                    && row.path("direction").asText().equals(direction)) {
                return row.path("total");
            }
        }
        return MissingNode.getInstance();
    }

    private List<ZonePage.Diagnosed> findings() {
        Language language = visit.language();
        var findings = new ArrayList<ZonePage.Diagnosed>();
        data.diagnosis().path("findings").forEach(finding -> {
            List<String> measures = StreamSupport.stream(
                            finding.path("measures").spliterator(), false)
                    .map(this::measure)
                    .collect(Collectors.toCollection(ArrayList::new));
            String why = DiagnosisWords.why(finding, language);
            if (!why.isEmpty()) {
                measures.addFirst(why);
            }
            findings.add(new ZonePage.Diagnosed(
                    DiagnosisWords.of(finding.path("finding").asText(), language),
                    DiagnosisWords.of(finding.path("by").asText(), language),
                    DiagnosisWords.of(finding.path("verdict").asText(), language),
                    finding.path("criterion").asText(),
                    measures,
                    finding.path("query").asText()));
        });
        return findings;
    }

    private String measure(JsonNode measure) {
        Language language = visit.language();
        String name = measure.path("measure").asText();
        String of = measure.path("of").asText();
        String subject = name.equals(ZONE_MEASURE) ? name(of) : Vocabulary.of(of, language);
        return DiagnosisWords.of(name, language)
                + (of.isEmpty() || "all".equals(of) || "none".equals(of) ? "" : " (" + subject + ")")
                + " " + visit.people().index(measure.path("value"))
                + language.pick(", threshold ", "，阈值 ")
                + new BigDecimal(measure.path("threshold").asText())
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
