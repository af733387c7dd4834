package org.zoneregistry.zone.read.territories;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zoneregistry.territory.Province;
import org.zoneregistry.territory.Region;

/**
 * A province.
 *
 * @param iso the ISO 3166-2 code
 * @param gbt2260 the GB/T 2260 code
 * @param region the economic region, by the grouping of the National Bureau of Statistics
 */
public record Territory(String iso, String gbt2260, Name name, Region region) {

    /** Its names. */
    @Schema(name = "TerritoryName")
    public record Name(String en, String zh) {}

    static Territory of(Province province) {
        return new Territory(
                province.iso(), province.gbt2260(), new Name(province.nameEn(), province.nameZh()), province.region());
    }
}
