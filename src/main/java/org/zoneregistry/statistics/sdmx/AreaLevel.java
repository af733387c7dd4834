package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.territory.Province;

/** How far areas are taken apart. */
enum AreaLevel {
    ALL_ZONES(null),
    PROVINCES(Dimension.PROVINCE),
    ZONES(Dimension.ZONE);

    private final @Nullable Dimension dimension;

    AreaLevel(@Nullable Dimension dimension) {
        this.dimension = dimension;
    }

    /** By what the cube is to take sums apart; {@code null} if not at all. */
    @Nullable
    Dimension dimension() {
        return dimension;
    }

    /** Where an area belongs. */
    static AreaLevel of(String code) {
        if (code.equals(Code.ALL)) {
            return ALL_ZONES;
        }
        return code.equals(Code.UNSAID) || Province.byIso(code).isPresent() ? PROVINCES : ZONES;
    }
}
