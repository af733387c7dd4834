package org.zoneregistry.zone.read.list;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.database.Sql;

/**
 * The zones to list. An empty or {@code null} value matches all; of several values, a zone must match one.
 *
 * @param text a part of the code or a name, in lower case
 */
record ZoneQuestion(
        Set<String> types,
        Set<String> statuses,
        Set<String> provinces,
        Set<String> regions,
        @Nullable String text) {

    /**
     * The part of the query after the select list: the matching rows at a point in time, after a zone if it is given.
     */
    String rows(Sql sql, PointInTime point, Optional<String> after) {
        return "from zone_state where valid @> " + sql.parameter(point.validAt(), "date")
                + " and known @> " + sql.parameter(point.knownAt().position(), "bigint")
                + sql.any("type", types)
                + sql.any("status", statuses)
                + sql.any("province", provinces)
                + sql.any("region", regions)
                + containing(sql)
                + after.map(zone -> " and zone > " + sql.parameter(zone, "text"))
                        .orElse("");
    }

    private String containing(Sql sql) {
        if (text == null) {
            return "";
        }
        String part = sql.parameter(text, "text");
        return " and (strpos(zone, %1$s) > 0 or strpos(lower(name_en), %1$s) > 0 or strpos(lower(name_zh), %1$s) > 0)"
                .formatted(part);
    }
}
