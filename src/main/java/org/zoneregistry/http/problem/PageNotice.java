package org.zoneregistry.http.problem;

import java.util.Optional;

/** The notice at the top of every page for people. The room {@code access} decides what it says. */
public interface PageNotice {

    /** The text, if there is anything to say. */
    Optional<String> notice();
}
