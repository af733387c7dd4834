package org.zoneregistry.asof;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The registry's civil time zone: for the date of today, and for times that people read. */
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

    /** How far that zone is ahead of UTC at an instant: {@code UTC+08:00}. */
    public String offset(Instant instant) {
        return "UTC" + timeZone.getRules().getOffset(instant).getId().replace("Z", "");
    }

    /** The end of that day. */
    public Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(timeZone).toInstant();
    }
}
