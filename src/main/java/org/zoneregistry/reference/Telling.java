package org.zoneregistry.reference;

import org.zoneregistry.zone.write.ZoneCommand;

/** How a row of the history is told. */
sealed interface Telling {

    ReferenceRow row();

    /** Empty for the row's own fact, else the name of a further one that it tells. */
    String part();

    /** What was read into the row; empty where it is told as it stands. */
    String why();

    /** As a command. */
    record AsCommand(ReferenceRow row, String part, ZoneCommand command, String why) implements Telling {}

    /** Not at all. */
    record LeftOut(ReferenceRow row, String part, String why) implements Telling {}
}
