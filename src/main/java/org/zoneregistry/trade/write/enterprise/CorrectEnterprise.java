package org.zoneregistry.trade.write.enterprise;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * Gives a registered enterprise new content. A {@code null} member stays as it is.
 *
 * @param reason why
 */
public record CorrectEnterprise(
        EnterpriseId id,
        @Nullable String name,
        @Nullable ZoneCode zone,
        @Nullable Industry industry,
        @Nullable Boolean leading,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate effectiveNotBefore,
        String reason) {

    /**
     * The enterprise after the correction.
     *
     * @throws IllegalArgumentException if the earliest day is after the latest
     */
    Enterprise applyTo(Enterprise now) {
        return new Enterprise(
                id,
                requireNonNullElse(name, now.name()),
                requireNonNullElse(zone, now.zone()),
                requireNonNullElse(industry, now.industry()),
                requireNonNullElse(leading, now.leading()),
                requireNonNullElse(effectiveOn, now.effectiveOn()),
                requireNonNullElse(effectiveNotBefore, now.effectiveNotBefore()));
    }
}
