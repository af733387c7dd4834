package org.zoneregistry.pages.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.event.BusinessForm;

/**
 * The restatements of a figure.
 *
 * @param line the values as the path of a step line, with gaps where the figure is withdrawn
 * @param marks what is written at the steps
 */
@TemplateData
public record Vintages(Asked asked, String query, List<Print> prints, String line, List<Mark> marks) {

    private static final int WIDTH = 960;

    /** Where the axis is, which stands for 0. */
    private static final int BOTTOM = 144;

    /** The height of the largest value. */
    private static final int HEIGHT = 120;

    /** How many steps have room for a text. */
    private static final int MOST_MARKS = 4;

    /** The width of a text. */
    private static final int TEXT = 190;

    /**
     * The requested figure.
     *
     * @param territory of a published figure: CN, or the ISO code of a province
     * @param form the form of business; empty for all
     */
    @TemplateData
    public record Asked(String figure, String territory, String form, String year) {

        /** The territories to choose from, with their names. */
        public List<Map.Entry<String, String>> territories(Language language) {
            return Stream.concat(
                            Stream.of(Map.entry("CN", Vocabulary.of("territory", "CN", language))),
                            Province.ALL.stream()
                                    .map(province ->
                                            Map.entry(province.iso(), Vocabulary.province(province.iso(), language))))
                    .toList();
        }

        /** The forms of business to choose from, with their names. */
        public List<Map.Entry<String, String>> forms(Language language) {
            return Arrays.stream(BusinessForm.values())
                    .map(BusinessForm::wireName)
                    .map(name -> Map.entry(name, Vocabulary.of(name, language)))
                    .toList();
        }
    }

    /**
     * The texts of a step.
     *
     * @param anchor where x is in a text: its start or its end
     * @param value empty if the figure is withdrawn
     */
    @TemplateData
    public record Mark(int x, int y, String anchor, String value, String since) {}

    /** The value of the figure from a position on. */
    @TemplateData
    public record Print(
            long position,
            String href,
            String since,
            String value,
            String exact,
            String revision,
            String drift,
            String by) {}

    static Vintages of(Visit visit, Asked asked, String query, JsonNode answer) {
        People people = visit.people();
        var prints = new ArrayList<Print>();
        var values = new ArrayList<@Nullable BigDecimal>();
        BigDecimal first = null;
        BigDecimal last = null;
        for (JsonNode vintage : answer.path("vintages")) {
            BigDecimal value =
                    vintage.has("value") ? new BigDecimal(vintage.path("value").asText()) : null;
            prints.add(new Print(
                    vintage.path("position").asLong(),
                    visit.to("/audit/events/" + vintage.path("position").asText()),
                    visit.moment(Instant.parse(vintage.path("knownAt").asText())),
                    value == null ? "" : people.yuan(value),
                    people.exact(vintage.path("value")),
                    change(people, last, value),
                    change(people, first, value),
                    vintage.path("actor").asText()
                            + (vintage.has("reason")
                                    ? ": " + vintage.path("reason").asText()
                                    : "")));
            first = first == null ? value : first;
            last = value;
            values.add(value);
        }
        List<@Nullable Integer> heights = heights(values);
        return new Vintages(asked, query, prints, line(heights), marks(prints, heights));
    }

    private static String change(People people, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            return "–";
        }
        BigDecimal change = after.subtract(before);
        return (change.signum() > 0 ? "+" : "") + people.yuan(change);
    }

    /** Where each value is drawn; null if it is withdrawn. */
    private static List<@Nullable Integer> heights(List<@Nullable BigDecimal> values) {
        BigDecimal most = BigDecimal.ONE;
        for (BigDecimal value : values) {
            most = value == null ? most : most.max(value);
        }
        var heights = new ArrayList<@Nullable Integer>();
        for (BigDecimal value : values) {
            heights.add(
                    value == null
                            ? null
                            : BOTTOM
                                    - value.multiply(BigDecimal.valueOf(HEIGHT))
                                            .divide(most, 0, RoundingMode.HALF_EVEN)
                                            .intValue());
        }
        return heights;
    }

    private static String line(List<@Nullable Integer> heights) {
        var path = new StringBuilder();
        boolean isDrawn = false;
        for (int i = 0; i < heights.size(); i++) {
            Integer y = heights.get(i);
            if (y != null) {
                path.append(isDrawn ? 'L' : 'M')
                        .append(x(i, heights))
                        .append(' ')
                        .append(y);
                path.append('H').append(x(i + 1, heights));
            }
            isDrawn = y != null;
        }
        return path.toString();
    }

    private static int x(int step, List<?> steps) {
        return step * WIDTH / steps.size();
    }

    /** All steps, or as many as have room for texts, with the first and the last one. */
    private static List<Mark> marks(List<Print> prints, List<@Nullable Integer> heights) {
        var marks = new ArrayList<Mark>();
        int last = prints.size() - 1;
        int room = Math.min(last, MOST_MARKS - 1);
        for (int i = 0; i <= room; i++) {
            int step = room == 0 ? 0 : i * last / room;
            Integer y = heights.get(step);
            boolean fits = x(step, heights) + TEXT <= WIDTH;
            marks.add(new Mark(
                    fits ? x(step, heights) : WIDTH,
                    (y == null ? BOTTOM : y) - 6,
                    fits ? "start" : "end",
                    prints.get(step).value(),
                    prints.get(step).since()));
        }
        return marks;
    }
}
