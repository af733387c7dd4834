package org.zoneregistry.pages.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the first page shows.
 *
 * @param composition the answer of {@code /v1/statistics/composition}
 * @param headlines the large numbers
 * @param year of the figures of trade
 */
public record Dashboard(
        JsonNode composition,
        List<Headline> headlines,
        TimeBar timeBar,
        TileMap map,
        int year,
        TradeByYear trade,
        List<Form> forms,
        Spread spread) {

    /** How many live zones there are. */
    public int zones() {
        return composition.path("zones").asInt();
    }

    /** Of how many the area is known. */
    public int knownAreas() {
        return composition.path("area").path("knownOf").asInt();
    }

    /** The states of knowledge by their positions, for the handle. */
    public String positions() {
        return timeBar.states().stream()
                .map(state -> Long.toString(state.position()))
                .collect(Collectors.joining(" "));
    }

    /** The number of the last of them. */
    public int lastState() {
        return Math.max(0, timeBar.states().size() - 1);
    }

    /** The number of the one that is shown: the last that is not later. */
    public long shownState(long position) {
        return Math.max(
                0,
                timeBar.states().stream()
                                .filter(state -> state.position() <= position)
                                .count()
                        - 1);
    }

    /**
     * A large number.
     *
     * @param exact the exact figure
     * @param more what it is of, and from what
     */
    public record Headline(String number, String exact, String label, String more, String query) {}

    /** A form of business: what was summed from entries, and what was published. */
    public record Form(
            String name, String summed, String summedExact, String published, String publishedExact, String source) {}

    /** How unequally trade is spread. */
    public record Spread(
            boolean isKnown,
            String theil,
            String between,
            String within,
            String gini,
            String largest,
            String largestShare,
            String entries,
            String zones,
            String coverage,
            String query,
            List<Group> groups) {}

    /** The zones of a region. */
    public record Group(String name, int zones, String trade, String exact, String share, String gini) {}
}
