package org.zoneregistry.pages.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The zones' trade and its share of foreign trade, year by year.
 *
 * @param bars the years, the first one first
 * @param lines the shares as the points of lines; a year without a share ends a line
 * @param marks the marks of the shares' axis
 */
@TemplateData
public record TradeByYear(List<Bar> bars, List<String> lines, List<Mark> marks, List<Bar> rows) {

    static final int WIDTH = 960;
    static final int HEIGHT = 220;

    private static final BigDecimal LEAST_SCALE = new BigDecimal("0.3");
    private static final int MONTHS = 12;
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** A tenth on the axis of the shares. */
    @TemplateData
    public record Mark(int y, String share) {}

    /**
     * A year.
     *
     * @param hasTrade whether there is a bar
     * @param shareY the y coordinate of the share; empty if there is none
     */
    @TemplateData
    public record Bar(
            String year,
            int x,
            int y,
            int width,
            int height,
            boolean hasTrade,
            String trade,
            String label,
            String exact,
            String foreign,
            String share,
            String shareY,
            String basis,
            String coverage,
            String query) {

        /** The middle of the bar. */
        public int middle() {
            return x + width / 2;
        }
    }

    /** The years, with the number of zones that are live at the end of each. */
    static TradeByYear of(Visit visit, List<JsonNode> shares, JsonNode overTime) {
        var years = shares.stream()
                .map(share -> new Year(
                        share, TimeBar.live(overTime, share.path("period").asText())))
                .toList();
        BigDecimal most = years.stream().filter(Year::isWhole).map(Year::trade).reduce(BigDecimal.ONE, BigDecimal::max);
        BigDecimal mostShare = years.stream()
                .flatMap(year -> year.shared().stream())
                .map(share -> share.setScale(1, RoundingMode.UP))
                .reduce(LEAST_SCALE, BigDecimal::max);
        int step = years.isEmpty() ? WIDTH : WIDTH / years.size();
        var bars = new ArrayList<Bar>();
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int i = 0; i < years.size(); i++) {
            Bar bar = bar(visit, years.get(i), i * step + step / 5, step * 3 / 5, most, mostShare);
            bars.add(bar);
            if (bar.shareY().isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            } else {
                line.append(bar.middle()).append(',').append(bar.shareY()).append(' ');
            }
        }
        lines.add(line.toString());
        lines.removeIf(String::isEmpty);
        return new TradeByYear(bars, lines, marks(visit, mostShare), bars.reversed());
    }

    private static List<Mark> marks(Visit visit, BigDecimal mostShare) {
        var marks = new ArrayList<Mark>();
        for (BigDecimal share = TENTH; share.compareTo(mostShare) <= 0; share = share.add(TENTH)) {
            marks.add(new Mark(HEIGHT - scaled(share, mostShare), visit.people().percent(new DecimalNode(share), 0)));
        }
        return marks;
    }

    /**
     * A year's answer.
     *
     * @param live how many zones are live at its end
     */
    private record Year(JsonNode share, int live) {

        boolean isWhole() {
            return TradeByYear.isWhole(share, live);
        }

        BigDecimal trade() {
            JsonNode trade = used(share).path("zonesTrade");
            return People.isAbsent(trade) ? BigDecimal.ZERO : new BigDecimal(trade.asText());
        }

        /** The share, if it is that of all zones. */
        Optional<BigDecimal> shared() {
            JsonNode value = share.path("share").path("value");
            return isWhole() && !People.isAbsent(value)
                    ? Optional.of(new BigDecimal(value.asText()))
                    : Optional.empty();
        }
    }

    private static Bar bar(Visit visit, Year year, int x, int width, BigDecimal most, BigDecimal mostShare) {
        People people = visit.people();
        JsonNode share = year.share();
        JsonNode used = used(share);
        JsonNode trade = used.path("zonesTrade");
        int height = year.isWhole() ? scaled(year.trade(), most) : 0;
        boolean hasPublished = hasPublished(share);
        return new Bar(
                share.path("period").asText(),
                x,
                HEIGHT - height,
                width,
                height,
                year.isWhole() && !People.isAbsent(trade),
                people.yuan(trade),
                people.shortYuan(trade),
                people.exact(trade),
                people.yuan(used.path("foreignTrade")),
                year.isWhole() ? people.percent(share.path("share")) : "–",
                year.shared()
                        .map(value -> Integer.toString(HEIGHT - scaled(value, mostShare)))
                        .orElse(""),
                People.isAbsent(trade) ? "–" : Vocabulary.of(share.path("basis").asText(), visit.language()),
                hasPublished
                        ? people.percent(share.path("coverage"))
                        : people.covered(share.path("covers"), year.live()),
                visit.query(
                        "/v1/statistics/share",
                        "territory",
                        "CN",
                        "period",
                        share.path("period").asText()));
    }

    /** The row from which the share was computed. */
    static JsonNode used(JsonNode share) {
        for (JsonNode row : share.path("rows")) {
            if (row.path("basis").equals(share.path("basis"))) {
                return row;
            }
        }
        return share.path("rows").path(0);
    }

    /**
     * Whether the trade is that of all zones: their total was published, or all zones that are live at the year's end
     * have entries of the whole year. The entries of a few zones are not the trade of all.
     */
    static boolean isWhole(JsonNode share, int live) {
        JsonNode covers = share.path("covers");
        long months =
                covers.path("zoneMonths").asLong() + covers.path("wholeYears").asLong() * MONTHS;
        return hasPublished(share)
                || (live > 0 && covers.path("zones").asLong() >= live && months >= (long) live * MONTHS);
    }

    private static boolean hasPublished(JsonNode share) {
        return !People.isAbsent(share.path("coverage").path("value"));
    }

    private static int scaled(BigDecimal value, BigDecimal most) {
        return value.min(most)
                .multiply(BigDecimal.valueOf(HEIGHT))
                .divide(most, 0, RoundingMode.HALF_EVEN)
                .intValue();
    }
}
