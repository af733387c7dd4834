package org.zoneregistry.pages.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The zones' trade and its share of foreign trade, year by year.
 *
 * @param bars the years, the first one first
 * @param lines the shares as the points of lines; a year without a share ends a line
 */
@TemplateData
public record TradeByYear(List<Bar> bars, List<String> lines, List<Bar> rows) {

    static final int WIDTH = 960;
    static final int HEIGHT = 220;

    private static final BigDecimal MOST_SHARE = new BigDecimal("0.30");

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

    static TradeByYear of(Visit visit, List<JsonNode> shares) {
        BigDecimal most = shares.stream()
                .filter(TradeByYear::isWhole)
                .map(TradeByYear::trade)
                .reduce(BigDecimal.ONE, BigDecimal::max);
        int step = shares.isEmpty() ? WIDTH : WIDTH / shares.size();
        var bars = new ArrayList<Bar>();
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int i = 0; i < shares.size(); i++) {
            Bar bar = bar(visit, shares.get(i), i * step + step / 5, step * 3 / 5, most);
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
        return new TradeByYear(bars, lines, bars.reversed());
    }

    private static Bar bar(Visit visit, JsonNode share, int x, int width, BigDecimal most) {
        People people = visit.people();
        JsonNode used = used(share);
        JsonNode trade = used.path("zonesTrade");
        boolean isWhole = isWhole(share);
        int height = isWhole ? scaled(trade(share), most) : 0;
        JsonNode value = share.path("share").path("value");
        return new Bar(
                share.path("period").asText(),
                x,
                HEIGHT - height,
                width,
                height,
                isWhole && !People.isAbsent(trade),
                people.yuan(trade),
                people.shortYuan(trade),
                people.exact(trade),
                people.yuan(used.path("foreignTrade")),
                people.percent(value),
                !isWhole || People.isAbsent(value)
                        ? ""
                        : Integer.toString(HEIGHT - scaled(new BigDecimal(value.asText()), MOST_SHARE)),
                Vocabulary.of(share.path("basis").asText(), visit.language()),
                people.percent(share.path("coverage")),
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
     * Whether a total of the zones was published. Without it, the entries of a few zones are not the trade of all
     * zones.
     */
    private static boolean isWhole(JsonNode share) {
        return !People.isAbsent(share.path("coverage").path("value"));
    }

    private static BigDecimal trade(JsonNode share) {
        JsonNode trade = used(share).path("zonesTrade");
        return People.isAbsent(trade) ? BigDecimal.ZERO : new BigDecimal(trade.asText());
    }

    private static int scaled(BigDecimal value, BigDecimal most) {
        return value.min(most)
                .multiply(BigDecimal.valueOf(HEIGHT))
                .divide(most, 0, RoundingMode.HALF_EVEN)
                .intValue();
    }
}
