package org.zoneregistry.bench;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What is logged while something is measured. */
final class Logging {

    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    /** As much as in the application: without it everything is made out to the last command, and then thrown away. */
    static void asInTheApplication() {
        ROOT.setLevel(Level.INFO);
    }
}
