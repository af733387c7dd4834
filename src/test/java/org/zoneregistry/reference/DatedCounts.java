package org.zoneregistry.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.timeline.ZoneState;
import org.zoneregistry.zone.write.ZoneCommand;

/** Compares dated counts in sources with those of the registry on the same dates. */
final class DatedCounts {

    private static final List<String> TYPES = List.of(
            "comprehensive_bonded_zone",
            "bonded_zone",
            "bonded_port_zone",
            "export_processing_zone",
            "bonded_logistics_park",
            "cross_border_industrial_zone",
            "other");

    private DatedCounts() {}

    /**
     * A published count, and the registry's.
     *
     * @param column {@code total}, or a type in the words of zone_counts.csv
     */
    record Count(String asOf, String column, long registry, long published) {}

    /** Every count of zone_counts.csv, in its order. */
    static List<Count> all() {
        RegistryInMemory registry = RegistryInMemory.loaded();
        var counts = new ArrayList<Count>();
        for (ReferenceRow row : ReferenceData.table("zone_counts.csv")) {
            List<ZoneState> live = registry.liveAt(day(row.get("as_of")));
            row.given("total")
                    .ifPresent(total ->
                            counts.add(new Count(row.get("as_of"), "total", live.size(), Long.parseLong(total))));
            for (String type : TYPES) {
                row.given(type)
                        .ifPresent(published -> counts.add(new Count(
                                row.get("as_of"),
                                type,
                                live.stream()
                                        .filter(zone -> zone.type()
                                                .wireName()
                                                .replace('-', '_')
                                                .equals(type))
                                        .count(),
                                Long.parseLong(published))));
            }
        }
        return counts;
    }

    /** How many facts, without acceptances, may have been in effect on a date but are not known to have been. */
    static long undecided(String asOf) {
        LocalDate day = day(asOf);
        return ReferenceTranslation.shipped().commands().stream()
                .flatMap(command ->
                        command.command() instanceof ZoneCommand about ? Stream.of(about.fact()) : Stream.empty())
                .filter(fact -> !(fact instanceof ZoneAccepted))
                .filter((ZoneFact fact) -> !fact.effectiveNotBefore().isAfter(day)
                        && fact.effectiveOn().isAfter(day))
                .count();
    }

    /** The shipped explanations, by date and column. */
    static Map<String, ReferenceRow> explanations() {
        return ReferenceData.table("telling/count-differences.csv").stream()
                .collect(Collectors.toMap(row -> row.get("as_of") + " " + row.get("column"), row -> row));
    }

    /** A month means its last day. */
    private static LocalDate day(String asOf) {
        return UncertainDays.parse(asOf).on();
    }
}
