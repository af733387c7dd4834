package org.zoneregistry.zone.event;

/** The six types of special customs supervision zones. */
public enum ZoneType implements Wired {
    BONDED_ZONE("bonded-zone"),
    EXPORT_PROCESSING_ZONE("export-processing-zone"),
    BONDED_LOGISTICS_PARK("bonded-logistics-park"),
    BONDED_PORT_ZONE("bonded-port-zone"),
    COMPREHENSIVE_BONDED_ZONE("comprehensive-bonded-zone"),
    CROSS_BORDER_INDUSTRIAL_ZONE("cross-border-industrial-zone");

    private final String wireName;

    ZoneType(String wireName) {
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
    public static ZoneType parse(String wireName) {
        return Wired.parse(ZoneType.class, wireName);
    }
}
