package org.zoneregistry.pages.zones;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The content of a zone's page.
 *
 * @param members the zone at the point in both times; empty if it was not established then
 * @param year of the diagnosis
 * @param isWithdrawn whether no state of it is known any more
 * @param evidence the request for the evidence; empty if there is none for the day
 */
@TemplateData
public record ZonePage(
        String code,
        String name,
        String otherName,
        List<Member> members,
        boolean isWithdrawn,
        BitemporalChart chart,
        FamilyGraph family,
        List<TradeYear> trade,
        String tradeQuery,
        int year,
        List<Diagnosed> findings,
        List<ZoneStory.Event> story,
        String evidence,
        String compare) {

    /** A member of the zone: its name and its value, in words. */
    @TemplateData
    public record Member(String name, String value) {}

    /**
     * The trade of a year, with the exact figures; a dash where no entry has the direction.
     *
     * @param covers the parts of the year with entries
     */
    @TemplateData
    public record TradeYear(
            String year,
            String imports,
            String exports,
            String undirected,
            String total,
            String exact,
            String entries,
            String covers,
            int bar) {}

    /** A finding of the diagnosis. */
    @TemplateData
    public record Diagnosed(
            String finding, String by, String verdict, String criterion, List<String> measures, String query) {}
}
