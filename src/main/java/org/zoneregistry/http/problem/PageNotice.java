package org.zoneregistry.http.problem;

import java.util.Optional;

/** What every page for people says first. Rooms above decide it. */
public interface PageNotice {

    /** The text, if there is anything to say. */
    Optional<String> notice();
}
