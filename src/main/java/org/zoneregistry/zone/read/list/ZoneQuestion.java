package org.zoneregistry.zone.read.list;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.read.PageRequest;
import org.zoneregistry.platform.http.read.PointInTime;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.ZoneStates;

/**
 * Which zones to list; what is {@code null} doesn't matter.
 *
 * @param onlyLive whether only those that are established or operating
 * @param text what the code or a name contains, in lower case
 */
record ZoneQuestion(
        @Nullable ZoneType type,
        @Nullable ZoneStatus status,
        boolean onlyLive,
        @Nullable String province,
        @Nullable Region region,
        @Nullable String text) {

    /** Conditions in HQL and their parameters. */
    record Conditions(String hql, Map<String, Object> parameters) {

        Conditions {
            parameters = Map.copyOf(parameters);
        }

        private Conditions and(String condition, String parameter, @Nullable Object value) {
            if (value == null) {
                return this;
            }
            var more = new TreeMap<>(parameters);
            more.put(parameter, value);
            return new Conditions(hql + " and " + condition, more);
        }

        /** Only what comes after the page before. */
        Conditions after(PageRequest page) {
            return page.after().isEmpty()
                    ? this
                    : and("zone > :after", "after", page.after().getFirst());
        }
    }

    /** The rows that answer it at a point in time. */
    Conditions at(PointInTime point) {
        var times = ZoneStates.at(point.validAt(), point.knownAt().position());
        return new Conditions(ZoneStates.AT, times)
                .and("type = :type", "type", type == null ? null : type.wireName())
                .and("status in (:statuses)", "statuses", statuses())
                .and("province = :province", "province", province)
                .and("region = :region", "region", region == null ? null : region.wireName())
                .and(
                        "(locate(:text, zone) > 0 or locate(:text, lower(nameEn)) > 0"
                                + " or locate(:text, lower(nameZh)) > 0)",
                        "text",
                        text);
    }

    private @Nullable List<String> statuses() {
        if (onlyLive) {
            return List.of(ZoneStatus.ESTABLISHED.wireName(), ZoneStatus.OPERATING.wireName());
        }
        return status == null ? null : List.of(status.wireName());
    }
}
