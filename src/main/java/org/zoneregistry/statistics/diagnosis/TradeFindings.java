package org.zoneregistry.statistics.diagnosis;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Concentration;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Specialisation;

/** What a zone's trade shows, by one way of telling kinds of trade apart. */
final class TradeFindings {

    /** Where markets are called highly concentrated: US Horizontal Merger Guidelines (2010), § 5.3. */
    static final BigDecimal CONCENTRATED = new BigDecimal("0.25");

    /** More than all the rest together. */
    static final BigDecimal MOST = new BigDecimal("0.5");

    /** Where less than fifteen hundredths of either zone's trade would have to change for both to be the same. */
    static final BigDecimal ALIKE = new BigDecimal("0.3");

    /** The customary bound above which a zone counts as specialised. */
    static final BigDecimal SPECIALISED = new BigDecimal("1.25");

    private static final int FEW = 3;

    private final Dimension by;
    private final List<ZoneKinds> zones;
    private final Queries queries;
    private final String zone;
    private final Kinds own;

    TradeFindings(String zone, Dimension by, List<ZoneKinds> zones, Queries queries) {
        this.zone = zone;
        this.by = by;
        this.zones = zones;
        this.queries = queries;
        this.own = zones.stream()
                .filter(other -> other.zone().equals(zone))
                .map(ZoneKinds::kinds)
                .findAny()
                .orElse(Kinds.NONE);
    }

    Finding reliance() {
        Collection<Amount> amounts = own.amounts().values();
        Figure hhi = Concentration.herfindahlHirschman(amounts);
        Figure largest = Concentration.ratio(1, amounts);
        return new Finding(
                "single-industry-reliance",
                by.wireName(),
                isKnown() ? Verdict.of(hhi.isAbove(CONCENTRATED) && largest.isAbove(MOST)) : Verdict.UNKNOWN,
                "both the Herfindahl-Hirschman index and the largest share are above their thresholds",
                List.of(
                        Measure.of("hhi", "all", hhi, CONCENTRATED),
                        Measure.of("largestShare", own.largest().orElse("none"), largest, MOST)),
                queries.concentration(by));
    }

    Finding homogenisation() {
        List<Measure> nearest = isKnown()
                ? first(
                        zones.stream()
                                .filter(other -> !other.zone().equals(zone))
                                .toList(),
                        ZoneKinds::zone,
                        other -> Specialisation.krugman(
                                own.amounts(), other.kinds().amounts()),
                        Comparator.naturalOrder(),
                        "krugman",
                        ALIKE)
                : List.of();
        return new Finding(
                "homogenisation",
                by.wireName(),
                nearest.isEmpty()
                        ? Verdict.UNKNOWN
                        : Verdict.of(nearest.getFirst().value().isBelow(ALIKE)),
                "the Krugman index against the nearest zone is below its threshold",
                nearest,
                queries.similarity(by));
    }

    Finding advantage() {
        List<Measure> advantages = first(
                own.amounts().keySet(),
                Function.identity(),
                this::locationQuotient,
                Comparator.reverseOrder(),
                "locationQuotient",
                SPECIALISED);
        return new Finding(
                "unclear-advantage",
                by.wireName(),
                advantages.isEmpty()
                        ? Verdict.UNKNOWN
                        : Verdict.of(!advantages.getFirst().value().isAbove(SPECIALISED)),
                "no location quotient is above its threshold",
                advantages,
                queries.trade(by));
    }

    private Figure locationQuotient(String kind) {
        Amount ofKind = Amount.sum(zones.stream()
                .map(other -> other.kinds().amounts().getOrDefault(kind, Amount.ZERO))
                .toList());
        Amount ofAll =
                Amount.sum(zones.stream().map(other -> other.kinds().total()).toList());
        return Specialisation.locationQuotient(
                own.amounts().getOrDefault(kind, Amount.ZERO), own.total(), ofKind, ofAll);
    }

    private boolean isKnown() {
        return !own.total().isZero();
    }

    /** The first few of some measures. */
    private static <T> List<Measure> first(
            Collection<T> all,
            Function<T, String> name,
            Function<T, Figure> value,
            Comparator<BigDecimal> order,
            String measure,
            BigDecimal threshold) {
        return all.stream()
                .map(one -> Map.entry(name.apply(one), value.apply(one)))
                .filter(one -> one.getValue().value() != null)
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Figure> one) ->
                                        Objects.requireNonNull(one.getValue().value()),
                                order)
                        .thenComparing(Map.Entry::getKey))
                .limit(FEW)
                .map(one -> Measure.of(measure, one.getKey(), one.getValue(), threshold))
                .toList();
    }
}
