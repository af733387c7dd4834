package org.zoneregistry.zone.event;

/** The kinds of facilities that a zone can hold. A zone holds a kind or does not; the number is not recorded. */
public enum FacilityKind implements Wired {
    BONDED_WAREHOUSE("bonded-warehouse"),
    COLD_CHAIN("cold-chain"),
    INSPECTION_SITE("inspection-site"),
    PORT_TERMINAL("port-terminal"),
    RAIL_TERMINAL("rail-terminal"),
    AIR_CARGO_TERMINAL("air-cargo-terminal"),
    R_AND_D_PLATFORM("r-and-d-platform"),
    MAINTENANCE_BASE("maintenance-base"),
    SMART_GATE("smart-gate"),
    DATA_PLATFORM("data-platform");

    private final String wireName;

    FacilityKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /**
     * Finds the constant of that wire name.
     *
     * @throws IllegalArgumentException with the known names, if there is none
     */
    public static FacilityKind parse(String wireName) {
        return Wired.parse(FacilityKind.class, wireName);
    }
}
