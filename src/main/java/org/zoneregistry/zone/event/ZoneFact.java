package org.zoneregistry.zone.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Something that became true about a zone in the world. Its day may be known only within bounds.
 *
 * <p>The day lies in {@code [effectiveNotBefore, effectiveOn]}. The fold uses {@code effectiveOn}, the latest possible
 * day. So the state on a date has only facts that are known to be in effect by then.
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

    /** The zone of the fact; {@link #zones()} also has the zones that it absorbs. */
    ZoneCode zone();

    /** The latest day on which the fact can have become true. */
    LocalDate effectiveOn();

    /** The earliest day on which the fact can have become true; never after {@link #effectiveOn()}. */
    LocalDate effectiveNotBefore();

    /** Its kind. */
    FactType factType();

    /** Its values, without its days. */
    FactValues values();

    /** All kinds of facts. A method, because a field would be read before the classes of the facts are initialised. */
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

    /** All kinds of values that facts have, by their first fact. */
    static List<FactValue<?>> valueKinds() {
        return types().stream()
                .flatMap(type -> type.values().stream())
                .distinct()
                .toList();
    }

    @Override
    default Set<ZoneCode> zones() {
        return Set.of(zone());
    }
}
