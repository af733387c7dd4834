package org.zoneregistry.process;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The one place that reads the machine's clock. It is injected as {@link Clock} or {@link java.time.InstantSource};
 * tests inject their own.
 */
public class SystemClock {

    /** For programs without injection. */
    public static Clock utc() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return utc();
    }
}
