package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.Wired;

/** The subject of a published figure: the foreign trade of the territory, or the trade of the zones in it. */
public enum AggregateSubject implements Wired {
    FOREIGN_TRADE("foreign-trade"),
    ZONES("zones"),
    COMPREHENSIVE_ZONES("comprehensive-zones");

    private final String wireName;

    AggregateSubject(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /**
     * Finds the constant of that wire name.
     *
     * @throws IllegalArgumentException with the known names, if there is none
     */
    public static AggregateSubject parse(String wireName) {
        return Wired.parse(AggregateSubject.class, wireName);
    }
}
