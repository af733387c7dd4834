package org.zoneregistry.zone.event.json;

import java.util.Optional;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityDecommissioned;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneRenamed;
import org.zoneregistry.zone.event.ZonesIntegrated;

/**
 * The names by which zone events stand in the log, and the version in which they are written today.
 *
 * <p>Names are fixed for ever and have nothing to do with the names of classes. A member that changes its meaning is a
 * new version, with an upcaster from the one before.
 */
public enum ZoneEventType {
    ZONE_ESTABLISHED("ZoneEstablished", 1, ZoneEstablished.class),
    ZONE_ACCEPTED("ZoneAccepted", 1, ZoneAccepted.class),
    ZONE_CONVERTED_TO_COMPREHENSIVE("ZoneConvertedToComprehensive", 1, ZoneConvertedToComprehensive.class),
    ZONES_INTEGRATED("ZonesIntegrated", 1, ZonesIntegrated.class),
    ZONE_AREA_ADJUSTED("ZoneAreaAdjusted", 1, ZoneAreaAdjusted.class),
    ZONE_RENAMED("ZoneRenamed", 1, ZoneRenamed.class),
    FACILITY_COMMISSIONED("FacilityCommissioned", 1, FacilityCommissioned.class),
    FACILITY_DECOMMISSIONED("FacilityDecommissioned", 1, FacilityDecommissioned.class),
    ZONE_CLOSED("ZoneClosed", 1, ZoneClosed.class),
    ZONE_FACT_AMENDED("ZoneFactAmended", 1, ZoneFactAmended.class),
    ZONE_FACT_WITHDRAWN("ZoneFactWithdrawn", 1, ZoneFactWithdrawn.class);

    private final String wireName;
    private final int version;
    private final Class<? extends ZoneEvent> payload;

    ZoneEventType(String wireName, int version, Class<? extends ZoneEvent> payload) {
        this.wireName = wireName;
        this.version = version;
        this.payload = payload;
    }

    /** The name in the log. */
    public String wireName() {
        return wireName;
    }

    /** The version in which the type is written today; 1 is the first. */
    public int version() {
        return version;
    }

    /** The type that stands for it in memory. */
    public Class<? extends ZoneEvent> payload() {
        return payload;
    }

    /** The type of that name in the log; empty for a name that is none of a zone event. */
    public static Optional<ZoneEventType> named(String wireName) {
        for (ZoneEventType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type of an event. */
    public static ZoneEventType of(ZoneEvent event) {
        return switch (event) {
            case ZoneEstablished _ -> ZONE_ESTABLISHED;
            case ZoneAccepted _ -> ZONE_ACCEPTED;
            case ZoneConvertedToComprehensive _ -> ZONE_CONVERTED_TO_COMPREHENSIVE;
            case ZonesIntegrated _ -> ZONES_INTEGRATED;
            case ZoneAreaAdjusted _ -> ZONE_AREA_ADJUSTED;
            case ZoneRenamed _ -> ZONE_RENAMED;
            case FacilityCommissioned _ -> FACILITY_COMMISSIONED;
            case FacilityDecommissioned _ -> FACILITY_DECOMMISSIONED;
            case ZoneClosed _ -> ZONE_CLOSED;
            case ZoneFactAmended _ -> ZONE_FACT_AMENDED;
            case ZoneFactWithdrawn _ -> ZONE_FACT_WITHDRAWN;
        };
    }
}
