package org.zoneregistry.statistics.cube;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.StoredEvent;
import org.zoneregistry.money.Amount;
import org.zoneregistry.oracle.NaiveFold;
import org.zoneregistry.territory.Province;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;

/** The sums by the definition: every event read in order, every entry looked at. Knows the stored members alone. */
final class NaiveCube {

    private final SimulatedLog log;

    NaiveCube(SimulatedLog log) {
        this.log = log;
    }

    @SuppressWarnings("NullAway") // does not see in the class file that the values of a cell's key may be null
    List<Cell> sums(CubeQuestion question) {
        Map<Map<Dimension, Optional<String>>, BigInteger[]> sums = new LinkedHashMap<>();
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
                BigInteger[] sum = sums.computeIfAbsent(values, first ->
                        new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO});
                int column = List.of("import", "export", "total").indexOf(member(entry, "direction"));
                sum[column] =
                        sum[column].add(new BigInteger(member(entry, "value").replace(".", "")));
                sum[3] = sum[3].add(BigInteger.ONE);
            }
        }
        var cells = new ArrayList<Cell>();
        for (var each : sums.entrySet()) {
            Map<Dimension, @Nullable String> key = new EnumMap<>(Dimension.class);
            each.getKey().forEach((dimension, value) -> key.put(dimension, value.orElse(null)));
            BigInteger[] sum = each.getValue();
            cells.add(
                    new Cell(key, new Amount(sum[0]), new Amount(sum[1]), new Amount(sum[2]), sum[3].longValueExact()));
        }
        return cells;
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
