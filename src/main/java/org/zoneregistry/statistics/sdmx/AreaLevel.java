package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.territory.Province;

/** The levels of areas. */
enum AreaLevel {
    ALL_ZONES(null),
    PROVINCES(Dimension.PROVINCE),
    ZONES(Dimension.ZONE);

    private final @Nullable Dimension dimension;

    AreaLevel(@Nullable Dimension dimension) {
        this.dimension = dimension;
    }

    /** The dimension of the cube for the level; {@code null} for the total. */
    @Nullable
    Dimension dimension() {
        return dimension;
    }

    /** The level of an area. */
    static AreaLevel of(String code) {
        if (code.equals(Code.ALL)) {
            return ALL_ZONES;
        }
        return code.equals(Code.UNKNOWN) || Province.byIso(code).isPresent() ? PROVINCES : ZONES;
    }
}
