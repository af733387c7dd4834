package org.zoneregistry.pages;

import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param section which entry of the navigation it belongs to
 * @param title what it is about, for the title of the window
 * @param sentence the same with both times
 * @param dated whether it has a day in the world
 * @param json the request that answers what it shows
 * @param csv the same as rows; null where there are none
 * @param cite one line to quote it by
 * @param root of the Merkle tree over what was known, in hexadecimal digits; empty where the tree isn't that far yet
 * @param notice what is to be said of the data set first of all; empty where it is of what is known
 * @param who the visitor, and what is offered
 */
public record Shell(
        Visit visit,
        String section,
        String title,
        String sentence,
        boolean dated,
        String json,
        @Nullable String csv,
        String cite,
        String root,
        String notice,
        Who who) {

    private static final int SHORT = 16;

    /** What every printed page has on top. */
    public String running() {
        return sentence + " · " + (dated ? visit.validAt() + " · " : "") + visit.position()
                + (root.isEmpty() ? "" : " · " + shortRoot());
    }

    /** The first digits of the root. */
    public String shortRoot() {
        return root.substring(0, Math.min(SHORT, root.length()));
    }
}
