package org.zoneregistry.pages.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of the first page.
 *
 * @param composition the answer of {@code /v1/statistics/composition}
 * @param headlines the large numbers
 * @param year of the figures of trade
 */
@TemplateData
public record Dashboard(
        JsonNode composition,
        List<Headline> headlines,
        TimeBar timeBar,
        TileMap map,
        int year,
        TradeByYear trade,
        List<Form> forms,
        Spread spread) {

    /** The number of live zones. */
    public int zones() {
        return composition.path("zones").asInt();
    }

    /** The number of zones with a known area. */
    public int knownAreas() {
        return composition.path("area").path("knownOf").asInt();
    }

    /** The positions of the states of knowledge, for the slider. */
    public String positions() {
        return timeBar.states().stream()
                .map(state -> Long.toString(state.position()))
                .collect(Collectors.joining(" "));
    }

    /** The index of the last state of knowledge. */
    public int lastState() {
        return Math.max(0, timeBar.states().size() - 1);
    }

    /** The index of the shown state of knowledge. */
    public int shownState() {
        return timeBar.states().stream().map(TimeBar.State::isShown).toList().indexOf(true);
    }

    /**
     * A large number.
     *
     * @param exact the exact figure
     * @param more its subject and its source
     */
    @TemplateData
    public record Headline(String number, String exact, String label, String more, String query) {}

    /**
     * A form of business: trade from the entries, and published trade.
     *
     * @param coverage what the entries cover; empty if there are none
     */
    @TemplateData
    public record Form(
            String name,
            String summed,
            String summedExact,
            String coverage,
            String published,
            String publishedExact,
            String source) {}

    /**
     * The inequality of trade.
     *
     * @param largest the name of the zone with the most trade
     * @param covered what the entries cover
     * @param coverage their sum over the published trade; empty if none was published
     */
    @TemplateData
    public record Spread(
            boolean isKnown,
            String theil,
            String between,
            String within,
            String gini,
            String largest,
            String largestShare,
            String covered,
            String coverage,
            String query,
            List<Group> groups) {}

    /**
     * The zones of a region.
     *
     * @param trade their recorded trade; a dash if none is recorded
     * @param coverage what the entries cover; empty if there are none
     */
    @TemplateData
    public record Group(
            String name, int zones, String trade, String exact, String share, String gini, String coverage) {}
}
