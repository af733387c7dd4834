package org.zoneregistry.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityDecommissioned;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneRenamed;
import org.zoneregistry.zone.event.ZonesIntegrated;

/**
 * A zone at (validAt, knownAt), by the four steps of its definition, in the simplest code. It shares nothing with the
 * code of the application, and represents a state as the members of its JSON form.
 */
public final class NaiveFold {

    private NaiveFold() {}

    /** The zone; empty if it was not known or not yet established. */
    public static Optional<Map<String, Object>> at(
            List<RecordedZoneEvent> log, long knownAt, ZoneCode zone, LocalDate validAt) {
        // 1. the facts with a position in the prefix
        var facts = new ArrayList<RecordedZoneEvent>();
        var corrections = new ArrayList<RecordedZoneEvent>();
        for (RecordedZoneEvent event : log) {
            if (event.position() <= knownAt) {
                (event.event() instanceof ZoneFact ? facts : corrections).add(event);
            }
        }
        // 2. without withdrawn ones; amended ones with their last amendment
        var withdrawn = new HashSet<UUID>();
        var amended = new HashMap<UUID, ZoneFact>();
        for (RecordedZoneEvent correction : corrections) {
            if (correction.event() instanceof ZoneFactWithdrawn withdrawal) {
                withdrawn.add(withdrawal.fact());
            } else if (correction.event() instanceof ZoneFactAmended amendment) {
                amended.put(amendment.fact(), amendment.amended());
            }
        }
        record Standing(long position, ZoneFact fact) {}
        var standing = new ArrayList<Standing>();
        for (RecordedZoneEvent event : facts) {
            if (!withdrawn.contains(event.id()) && event.event() instanceof ZoneFact original) {
                standing.add(new Standing(event.position(), amended.getOrDefault(event.id(), original)));
            }
        }
        // 3. by effective day, then by the original's position
        standing.sort(
                Comparator.comparing((Standing one) -> one.fact().effectiveOn().toEpochDay())
                        .thenComparing(Standing::position));
        // 4. those effective by then
        var state = new LinkedHashMap<String, Object>();
        for (Standing one : standing) {
            if (!one.fact().effectiveOn().isAfter(validAt)) {
                apply(state, zone, one.fact());
            }
        }
        return state.isEmpty() ? Optional.empty() : Optional.of(state);
    }

    private static void apply(Map<String, Object> state, ZoneCode zone, ZoneFact fact) {
        if (fact.zone().equals(zone)) {
            applyOwn(state, fact);
        } else if (absorbed(fact).contains(zone)) {
            state.put("status", "absorbed");
            state.put("successor", fact.zone().value());
        } else {
            return;
        }
        state.put("effectiveOn", fact.effectiveOn().toString());
        state.put("effectiveNotBefore", fact.effectiveNotBefore().toString());
    }

    private static void applyOwn(Map<String, Object> state, ZoneFact fact) {
        if (fact instanceof ZoneEstablished established) {
            state.put("code", established.zone().value());
            state.put("name", name(established.name()));
            state.put("type", established.type().wireName());
            state.put("status", "established");
            state.put("province", established.province());
            putKnown(state, "customsDistrict", established.customsDistrict());
            putKnown(state, "areaKm2", established.areaKm2());
            state.put("facilities", List.of());
            state.put("predecessors", List.of());
            state.put("establishedOn", established.effectiveOn().toString());
            state.put("establishedNotBefore", established.effectiveNotBefore().toString());
        } else if (fact instanceof ZoneAccepted) {
            state.put("status", "operating");
        } else if (fact instanceof ZoneConvertedToComprehensive converted) {
            state.put("type", "comprehensive-bonded-zone");
            if (converted.name() != null) {
                state.put("name", name(converted.name()));
            }
            putKnown(state, "areaKm2", converted.areaKm2());
            addPredecessors(state, converted.absorbs());
        } else if (fact instanceof ZonesIntegrated integrated) {
            putKnown(state, "areaKm2", integrated.areaKm2());
            addPredecessors(state, integrated.absorbs());
        } else if (fact instanceof ZoneAreaAdjusted adjusted) {
            state.put("areaKm2", adjusted.areaKm2());
        } else if (fact instanceof ZoneRenamed renamed) {
            state.put("name", name(renamed.name()));
        } else if (fact instanceof FacilityCommissioned commissioned) {
            var kinds = kinds(state);
            kinds.add(commissioned.kind());
            state.put("facilities", wireNames(kinds));
        } else if (fact instanceof FacilityDecommissioned decommissioned) {
            var kinds = kinds(state);
            kinds.remove(decommissioned.kind());
            state.put("facilities", wireNames(kinds));
        } else if (fact instanceof ZoneClosed) {
            state.put("status", "closed");
        } else {
            throw new AssertionError("NaiveFold does not know "
                    + fact.factType().wireName() + ": add its effect to NaiveFold.applyOwn, in independent code");
        }
    }

    private static List<ZoneCode> absorbed(ZoneFact fact) {
        if (fact instanceof ZoneConvertedToComprehensive converted) {
            return converted.absorbs();
        }
        return fact instanceof ZonesIntegrated integrated ? integrated.absorbs() : List.of();
    }

    private static Map<String, Object> name(ZoneName name) {
        var members = new LinkedHashMap<String, Object>();
        members.put("en", name.en());
        putKnown(members, "zh", name.zh());
        return members;
    }

    private static void addPredecessors(Map<String, Object> state, List<ZoneCode> absorbed) {
        var predecessors = new ArrayList<>(texts(state, "predecessors"));
        absorbed.forEach(zone -> predecessors.add(zone.value()));
        state.put("predecessors", predecessors);
    }

    private static Set<FacilityKind> kinds(Map<String, Object> state) {
        var kinds = new TreeSet<FacilityKind>();
        texts(state, "facilities").forEach(kind -> kinds.add(FacilityKind.parse(kind)));
        return kinds;
    }

    private static List<String> wireNames(Set<FacilityKind> kinds) {
        return kinds.stream().map(FacilityKind::wireName).toList();
    }

    private static List<String> texts(Map<String, Object> state, String member) {
        return state.get(member) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static void putKnown(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
