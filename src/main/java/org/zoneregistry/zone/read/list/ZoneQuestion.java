package org.zoneregistry.zone.read.list;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;

/**
 * The zones to list. An empty or {@code null} value matches all; of several values, a zone must match one.
 *
 * @param text a part of the code or a name, in lower case
 */
record ZoneQuestion(
        Set<ZoneType> types,
        Set<ZoneStatus> statuses,
        Set<String> provinces,
        Set<Region> regions,
        @Nullable String text) {

    /** Conditions in SQL and the values of their parameters. */
    record Conditions(String sql, List<Object> values) {

        Conditions {
            values = List.copyOf(values);
        }

        /** Adds a condition, with %s for the parameter. Adds nothing if there is no value. */
        private Conditions and(String condition, @Nullable Object value) {
            if (value == null) {
                return this;
            }
            List<Object> more = new ArrayList<>(values);
            more.add(value);
            return new Conditions(
                    (sql.isEmpty() ? "" : sql + " and ") + condition.replace("%s", "$" + more.size()), more);
        }

        /** Only zones after the previous page. */
        Conditions after(PageRequest page) {
            return and("zone > %s::text", page.after().orElse(null));
        }

        Tuple parameters() {
            return Tuple.wrap(new ArrayList<>(values));
        }
    }

    /** The matching rows at a point in time. */
    Conditions at(PointInTime point) {
        return new Conditions("", List.of())
                .and("valid @> %s::date", point.validAt())
                .and("known @> %s::bigint", point.knownAt().position())
                .and("type = any(%s::text[])", any(types.stream().map(ZoneType::wireName)))
                .and("status = any(%s::text[])", any(statuses.stream().map(ZoneStatus::wireName)))
                .and("province = any(%s::text[])", any(provinces.stream()))
                .and("region = any(%s::text[])", any(regions.stream().map(Region::wireName)))
                .and(
                        "(strpos(zone, %s::text) > 0 or strpos(lower(name_en), %s) > 0 or strpos(lower(name_zh), %s) >"
                                + " 0)",
                        text);
    }

    private static String @Nullable [] any(Stream<String> values) {
        String[] wanted = values.toArray(String[]::new);
        return wanted.length == 0 ? null : wanted;
    }
}
