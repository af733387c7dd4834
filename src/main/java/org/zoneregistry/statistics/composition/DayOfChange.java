package org.zoneregistry.statistics.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneType;

/**
 * How many zones were live from a day on, until the next day with a change.
 *
 * @param validAt the day on which the number of live zones of some type changed
 * @param zones how many zones of all types were live on it
 */
public record DayOfChange(
        LocalDate validAt,
        int zones,
        int bondedZones,
        int exportProcessingZones,
        int bondedLogisticsParks,
        int bondedPortZones,
        int comprehensiveBondedZones,
        int crossBorderIndustrialZones) {

    /**
     * A range of days in which a zone was live and had one type.
     *
     * @param from the first day
     * @param until the day after the last; {@code null} if there is no end
     */
    record Span(ZoneType type, LocalDate from, @Nullable LocalDate until) {}

    /** The days with a change, in order. */
    static List<DayOfChange> of(List<Span> spans) {
        var changes = new TreeMap<LocalDate, Map<ZoneType, Integer>>();
        for (Span span : spans) {
            add(changes, span.from(), span.type(), 1);
            if (span.until() != null) {
                add(changes, span.until(), span.type(), -1);
            }
        }
        var days = new ArrayList<DayOfChange>();
        var live = new EnumMap<ZoneType, Integer>(ZoneType.class);
        changes.forEach((day, change) -> {
            boolean changed = false;
            for (var of : change.entrySet()) {
                live.merge(of.getKey(), of.getValue(), Integer::sum);
                changed |= of.getValue() != 0;
            }
            if (changed) {
                days.add(on(day, live));
            }
        });
        return days;
    }

    private static void add(Map<LocalDate, Map<ZoneType, Integer>> changes, LocalDate day, ZoneType type, int change) {
        changes.computeIfAbsent(day, first -> new EnumMap<>(ZoneType.class)).merge(type, change, Integer::sum);
    }

    private static DayOfChange on(LocalDate day, Map<ZoneType, Integer> live) {
        return new DayOfChange(
                day,
                live.values().stream().mapToInt(Integer::intValue).sum(),
                live.getOrDefault(ZoneType.BONDED_ZONE, 0),
                live.getOrDefault(ZoneType.EXPORT_PROCESSING_ZONE, 0),
                live.getOrDefault(ZoneType.BONDED_LOGISTICS_PARK, 0),
                live.getOrDefault(ZoneType.BONDED_PORT_ZONE, 0),
                live.getOrDefault(ZoneType.COMPREHENSIVE_BONDED_ZONE, 0),
                live.getOrDefault(ZoneType.CROSS_BORDER_INDUSTRIAL_ZONE, 0));
    }
}
