package org.zoneregistry.pages.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;

/**
 * The restatements of a figure.
 *
 * @param points the values as the points of a step line
 */
@TemplateData
public record Vintages(String figure, String year, String query, List<Print> prints, String points) {

    static final int WIDTH = 960;
    static final int HEIGHT = 120;

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

    static Vintages of(Visit visit, String figure, String year, String query, JsonNode answer) {
        People people = visit.people();
        var prints = new ArrayList<Print>();
        var values = new ArrayList<BigDecimal>();
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
            values.add(value == null ? BigDecimal.ZERO : value);
        }
        return new Vintages(figure, year, query, prints, points(values));
    }

    private static String change(People people, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            return "–";
        }
        BigDecimal change = after.subtract(before);
        return (change.signum() > 0 ? "+" : "") + people.yuan(change);
    }

    private static String points(List<BigDecimal> values) {
        BigDecimal most = values.stream().reduce(BigDecimal.ONE, BigDecimal::max);
        var points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            String y = Integer.toString(HEIGHT
                    - values.get(i)
                            .multiply(BigDecimal.valueOf(HEIGHT))
                            .divide(most, 0, RoundingMode.HALF_EVEN)
                            .intValue());
            points.append(i * WIDTH / values.size()).append(',').append(y).append(' ');
            points.append((i + 1) * WIDTH / values.size()).append(',').append(y).append(' ');
        }
        return points.toString();
    }
}
