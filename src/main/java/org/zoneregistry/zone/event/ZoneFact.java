package org.zoneregistry.zone.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Something that became true about a zone in the world, on a day that may be known only within bounds.
 *
 * <p>The day lies in {@code [effectiveNotBefore, effectiveOn]}. The fold uses {@code effectiveOn}, the latest day it
 * can have been, so that a state at a date is what is known to have been in effect by then.
 */
public sealed interface ZoneFact extends ZoneEvent
        permits ZoneEstablished,
                ZoneAccepted,
                ZoneConvertedToComprehensive,
                ZonesIntegrated,
                ZoneAreaAdjusted,
                ZoneRenamed,
                FacilityCommissioned,
                FacilityDecommissioned,
                ZoneClosed {

    /** The zone that the fact is about; {@link #zones()} has those it absorbs too. */
    ZoneCode zone();

    /** The latest day on which the fact can have become true. */
    LocalDate effectiveOn();

    /** The earliest day on which the fact can have become true; never after {@link #effectiveOn()}. */
    LocalDate effectiveNotBefore();

    /** Its kind. */
    FactType factType();

    /** Its values, apart from its days. */
    FactValues values();

    /** All kinds of facts. A method, because a field would be read before the classes of the facts are ready. */
    static List<FactType> types() {
        return List.of(
                ZoneEstablished.TYPE,
                ZoneAccepted.TYPE,
                ZoneConvertedToComprehensive.TYPE,
                ZonesIntegrated.TYPE,
                ZoneAreaAdjusted.TYPE,
                ZoneRenamed.TYPE,
                FacilityCommissioned.TYPE,
                FacilityDecommissioned.TYPE,
                ZoneClosed.TYPE);
    }

    @Override
    default Set<ZoneCode> zones() {
        return Set.of(zone());
    }
}
