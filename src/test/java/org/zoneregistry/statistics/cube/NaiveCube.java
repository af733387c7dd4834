package org.zoneregistry.statistics.cube;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.money.Amount;
import org.zoneregistry.oracle.NaiveFold;
import org.zoneregistry.territory.Province;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.zone.event.ZoneCode;

/** The sums by the definition: reads every event in order, and every entry. Uses only the stored members. */
final class NaiveCube {

    private final SimulatedLog log;

    NaiveCube(SimulatedLog log) {
        this.log = log;
    }

    List<Cell> sums(CubeQuestion question) {
        return covered(question).stream().map(CoveredCell::cell).toList();
    }

    /** The sums, with the coverage of each, in all and by wanted direction. */
    @SuppressWarnings("NullAway") // NullAway does not see in the class file that the values of a cell's key may be null
    List<CoveredCell> covered(CubeQuestion question) {
        var cells = new ArrayList<CoveredCell>();
        grouped(question).forEach((group, entries) -> {
            Map<Direction, Coverage> byDirection = new EnumMap<>(Direction.class);
            for (Direction direction : Direction.values()) {
                Set<String> wanted = question.filter().get(Dimension.DIRECTION);
                if (wanted == null || wanted.contains(direction.wireName())) {
                    byDirection.put(direction, coverage(of(direction.wireName(), entries)));
                }
            }
            var cell = new Cell(
                    key(group),
                    sum(of("import", entries)),
                    sum(of("export", entries)),
                    sum(of("total", entries)),
                    entries.size());
            cells.add(new CoveredCell(cell, coverage(entries), byDirection));
        });
        return cells;
    }

    /** The common part of the sums of periods and those of the year before, and of a base period. */
    @SuppressWarnings("NullAway") // NullAway does not see in the class file that the values of a cell's key may be null
    List<Matching> matching(CubeQuestion question, Period base) {
        Dimension periods = base.isMonth() ? Dimension.MONTH : Dimension.YEAR;
        Map<Map<Dimension, Optional<String>>, List<Map<String, String>>> groups = grouped(question);
        var matchings = new ArrayList<Matching>();
        groups.forEach((group, entries) -> {
            String period = Objects.requireNonNull(group.get(periods)).orElseThrow();
            String yearBefore = Integer.parseInt(period.substring(0, 4)) - 1 + period.substring(4);
            var matching = new Matching(
                    key(group),
                    common(groups.getOrDefault(with(group, periods, yearBefore), List.of()), entries, base.isMonth()),
                    common(
                            groups.getOrDefault(with(group, periods, base.toString()), List.of()),
                            entries,
                            base.isMonth()));
            if (!matching.yearBefore().equals(Matching.Common.NOTHING)
                    || !matching.base().equals(Matching.Common.NOTHING)) {
                matchings.add(matching);
            }
        });
        return matchings;
    }

    private static Map<Dimension, Optional<String>> with(
            Map<Dimension, Optional<String>> group, Dimension dimension, String value) {
        Map<Dimension, Optional<String>> other = new EnumMap<>(group);
        other.put(dimension, Optional.of(value));
        return other;
    }

    private static Matching.Common common(
            List<Map<String, String>> earlier, List<Map<String, String>> later, boolean areMonths) {
        Function<Map<String, String>, String> slot = entry -> member(entry, "zone")
                + (areMonths ? "-" : member(entry, "period").substring(4));
        Map<String, String> before = stated(earlier, slot);
        Set<String> slots = stated(later, slot).entrySet().stream()
                .filter(stated -> stated.getValue().equals(before.get(stated.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Predicate<Map<String, String>> isCommon = entry -> slots.contains(slot.apply(entry));
        List<Map<String, String>> matched = later.stream().filter(isCommon).toList();
        Coverage coverage = coverage(matched);
        return new Matching.Common(
                coverage.zones(),
                coverage.zoneMonths(),
                coverage.wholeYears(),
                sum(earlier.stream().filter(isCommon).toList()),
                sum(matched));
    }

    /** What each slot states: "import", "export", or "all". */
    private static Map<String, String> stated(
            List<Map<String, String>> entries, Function<Map<String, String>, String> slot) {
        Map<String, Set<String>> directions = new HashMap<>();
        entries.forEach(entry -> directions
                .computeIfAbsent(slot.apply(entry), first -> new HashSet<>())
                .add(member(entry, "direction")));
        Map<String, String> stated = new HashMap<>();
        directions.forEach((key, found) -> stated.put(
                key,
                found.contains("total") || found.size() > 1
                        ? "all"
                        : found.iterator().next()));
        return stated;
    }

    private static Coverage coverage(List<Map<String, String>> entries) {
        Set<String> zones = new HashSet<>();
        Set<String> months = new HashSet<>();
        Set<String> zoneMonths = new HashSet<>();
        Set<String> wholeYears = new HashSet<>();
        Set<String> yearsOfMonths = new HashSet<>();
        Set<String> totals = new HashSet<>();
        Set<String> directed = new HashSet<>();
        for (Map<String, String> entry : entries) {
            String zone = member(entry, "zone");
            String period = member(entry, "period");
            zones.add(zone);
            if (period.length() == 4) {
                wholeYears.add(zone + " " + period);
            } else {
                months.add(period);
                zoneMonths.add(zone + " " + period);
                yearsOfMonths.add(zone + " " + period.substring(0, 4));
            }
            (member(entry, "direction").equals("total") ? totals : directed).add(zone + " " + period);
        }
        yearsOfMonths.retainAll(wholeYears);
        totals.retainAll(directed);
        return new Coverage(
                entries.size(),
                zones.size(),
                months.size(),
                zoneMonths.size(),
                wholeYears.size(),
                yearsOfMonths.size(),
                totals.size());
    }

    private static List<Map<String, String>> of(String direction, List<Map<String, String>> entries) {
        return entries.stream()
                .filter(entry -> member(entry, "direction").equals(direction))
                .toList();
    }

    private static Amount sum(List<Map<String, String>> entries) {
        return new Amount(entries.stream()
                .map(entry -> new BigInteger(member(entry, "value").replace(".", "")))
                .reduce(BigInteger.ZERO, BigInteger::add));
    }

    @SuppressWarnings("NullAway") // NullAway does not see in the class file that the values of a cell's key may be null
    private static Map<Dimension, @Nullable String> key(Map<Dimension, Optional<String>> group) {
        Map<Dimension, @Nullable String> key = new EnumMap<>(Dimension.class);
        group.forEach((dimension, value) -> key.put(dimension, value.orElse(null)));
        return key;
    }

    /** The entries of a question, by the values of the breakdown. */
    private Map<Map<Dimension, Optional<String>>, List<Map<String, String>>> grouped(CubeQuestion question) {
        Map<Map<Dimension, Optional<String>>, List<Map<String, String>>> groups = new LinkedHashMap<>();
        for (Map<String, String> entry : entries(question.knownAt())) {
            if (!isOf(question, member(entry, "period"))) {
                continue;
            }
            Map<Dimension, Optional<String>> values = values(entry, question);
            boolean wanted = question.filter().entrySet().stream()
                    .allMatch(filter -> filter.getKey() == Dimension.MONTH
                            ? filter.getValue().contains(member(entry, "period"))
                            : Objects.requireNonNull(values.get(filter.getKey()))
                                    .filter(filter.getValue()::contains)
                                    .isPresent());
            if (wanted) {
                values.keySet().retainAll(question.groupBy());
                groups.computeIfAbsent(values, _ -> new ArrayList<>()).add(entry);
            }
        }
        return groups;
    }

    private List<Map<String, String>> entries(long knownAt) {
        Map<String, Map<String, String>> entries = new LinkedHashMap<>();
        for (StoredEvent event : log.events()) {
            if (event.position() > knownAt || !event.type().startsWith("Trade")) {
                continue;
            }
            Map<String, String> members = new LinkedHashMap<>();
            event.data()
                    .properties()
                    .forEach(member ->
                            members.put(member.getKey(), member.getValue().textValue()));
            if (event.type().equals("TradeWithdrawn")) {
                entries.remove(member(members, "entryId"));
            } else {
                entries.put(member(members, "entryId"), members);
            }
        }
        return List.copyOf(entries.values());
    }

    private static boolean isOf(CubeQuestion question, String period) {
        String from = question.from().toString();
        String to = question.to().toString();
        String compared = from.length() == 4 ? period.substring(0, 4) : period;
        return compared.length() == from.length() && compared.compareTo(from) >= 0 && compared.compareTo(to) <= 0;
    }

    private Map<Dimension, Optional<String>> values(Map<String, String> entry, CubeQuestion question) {
        Map<Dimension, Optional<String>> values = new EnumMap<>(Dimension.class);
        String period = member(entry, "period");
        Optional<String> month = period.length() > 4 ? Optional.of(period) : Optional.empty();
        values.put(Dimension.YEAR, Optional.of(period.substring(0, 4)));
        values.put(Dimension.MONTH, month);
        values.put(Dimension.ZONE, Optional.of(member(entry, "zone")));
        values.put(Dimension.BUSINESS_FORM, Optional.of(member(entry, "businessForm")));
        values.put(Dimension.DIRECTION, Optional.of(member(entry, "direction")));
        values.put(Dimension.HS_CHAPTER, Optional.ofNullable(entry.get("hsChapter")));
        values.put(Dimension.ENTERPRISE, Optional.ofNullable(entry.get("enterprise")));
        values.put(Dimension.PARTNER, Optional.ofNullable(entry.get("partner")));
        boolean byMonth = question.from().isMonth()
                || question.groupBy().contains(Dimension.MONTH)
                || question.filter().containsKey(Dimension.MONTH);
        LocalDate last = byMonth && month.isPresent()
                ? YearMonth.parse(period).atEndOfMonth()
                : LocalDate.of(Integer.parseInt(period.substring(0, 4)), 12, 31);
        Optional<Map<String, Object>> zone = NaiveFold.at(
                log.zoneEvents(Long.MAX_VALUE),
                question.knownAt(),
                new ZoneCode(member(entry, "zone")),
                question.validAt() == null ? last : question.validAt());
        values.put(Dimension.TYPE, zone.map(state -> String.valueOf(state.get("type"))));
        values.put(Dimension.PROVINCE, zone.map(state -> String.valueOf(state.get("province"))));
        values.put(
                Dimension.REGION,
                zone.map(state -> Province.byIso(String.valueOf(state.get("province")))
                        .orElseThrow()
                        .region()
                        .wireName()));
        return values;
    }

    private static String member(Map<String, String> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }
}
