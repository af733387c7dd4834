package org.zoneregistry.bench;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Logging during measurements. */
final class Logging {

    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    /** Sets the levels of the application. Otherwise every message is built and then discarded. */
    static void asInTheApplication() {
        ROOT.setLevel(Level.INFO);
    }
}
