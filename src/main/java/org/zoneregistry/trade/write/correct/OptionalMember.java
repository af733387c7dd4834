package org.zoneregistry.trade.write.correct;

import org.zoneregistry.zone.event.Wired;

/** The optional members of an entry. */
public enum OptionalMember implements Wired {
    HS_CHAPTER("hsChapter"),
    ENTERPRISE("enterprise"),
    PARTNER("partner");

    private final String wireName;

    OptionalMember(String wireName) {
        this.wireName = wireName;
    }

    /** The member's name. */
    @Override
    public String wireName() {
        return wireName;
    }

    /**
     * Finds the constant of that name.
     *
     * @throws IllegalArgumentException with the known names, if there is none
     */
    public static OptionalMember parse(String wireName) {
        return Wired.parse(OptionalMember.class, wireName);
    }
}
