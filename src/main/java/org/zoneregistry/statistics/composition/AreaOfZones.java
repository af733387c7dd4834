package org.zoneregistry.statistics.composition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Share;
import org.zoneregistry.territory.NationalTerritory;
import org.zoneregistry.zone.read.LiveZone;

/**
 * The planned area of zones.
 *
 * @param km2 the sum of the known areas, in square kilometres; absent if none is known
 * @param knownOf how many zones have a known area; the others add nothing to the sum
 * @param unknownOf how many zones have no known area
 * @param shareOfTerritory the sum over the 9,600,000 km² of the national territory
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AreaOfZones(@Nullable BigDecimal km2, int knownOf, int unknownOf, Figure shareOfTerritory) {

    static AreaOfZones of(List<LiveZone> zones) {
        List<BigDecimal> known =
                zones.stream().map(LiveZone::areaKm2).filter(Objects::nonNull).toList();
        int unknownOf = zones.size() - known.size();
        if (known.isEmpty()) {
            return new AreaOfZones(null, 0, unknownOf, Figure.none("no zone has a known area"));
        }
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new AreaOfZones(sum, known.size(), unknownOf, Share.of(sum, NationalTerritory.AREA_KM2));
    }
}
