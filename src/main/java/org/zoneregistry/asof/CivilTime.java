package org.zoneregistry.asof;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The registry's civil time zone. Its only use is to turn "today" into a date. */
@Singleton
public class CivilTime {

    private final InstantSource clock;
    private final ZoneId timeZone;

    public CivilTime(
            InstantSource clock,
            @ConfigProperty(name = "registry.time-zone", defaultValue = "Asia/Shanghai") ZoneId timeZone) {
        this.clock = clock;
        this.timeZone = timeZone;
    }

    /** The current date. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    /** The date and time of an instant in that zone. */
    public LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, timeZone);
    }

    /** The end of that day. */
    public Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(timeZone).toInstant();
    }
}
