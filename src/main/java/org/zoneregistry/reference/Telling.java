package org.zoneregistry.reference;

import org.zoneregistry.zone.write.ZoneCommand;

/** The translation of a row of the history. */
sealed interface Telling {

    ReferenceRow row();

    /** Empty for the row's own fact, otherwise the name of an additional fact. */
    String part();

    /** The interpretation of the row; empty if there was none. */
    String why();

    /** The row becomes a command. */
    record AsCommand(ReferenceRow row, String part, ZoneCommand command, String why) implements Telling {}

    /** The row is left out. */
    record LeftOut(ReferenceRow row, String part, String why) implements Telling {}
}
