package org.zoneregistry.statistics.diagnosis;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Concentration;
import org.zoneregistry.statistics.formula.Figure;

/** Findings from a zone's trade, by one kind of breakdown. */
final class TradeFindings {

    /** The threshold of a highly concentrated market: US Horizontal Merger Guidelines (2010), § 5.3. */
    static final BigDecimal CONCENTRATED = new BigDecimal("0.25");

    /** A share above this is larger than all other shares together. */
    static final BigDecimal LARGE_SHARE = new BigDecimal("0.5");

    /** Below this threshold, less than 15 percent of either zone's trade would have to change to make both the same. */
    static final BigDecimal SIMILAR = new BigDecimal("0.3");

    /** The usual threshold above which a zone counts as specialised. */
    static final BigDecimal SPECIALISED = new BigDecimal("1.25");

    private final Dimension by;
    private final PeerComparison comparison;
    private final Queries queries;
    private final Kinds own;

    TradeFindings(Dimension by, PeerComparison comparison, Queries queries) {
        this.by = by;
        this.comparison = comparison;
        this.queries = queries;
        this.own = comparison.own();
    }

    DiagnosisFinding reliance() {
        Collection<Amount> amounts = own.amounts().values();
        Figure hhi = Concentration.herfindahlHirschman(amounts);
        Figure largest = Concentration.ratio(1, amounts);
        return new DiagnosisFinding(
                "single-industry-reliance",
                by.wireName(),
                isKnown() ? Verdict.of(hhi.isAbove(CONCENTRATED) && largest.isAbove(LARGE_SHARE)) : Verdict.UNKNOWN,
                "both the Herfindahl-Hirschman index and the largest share are above their thresholds",
                List.of(
                        Measure.of("hhi", "all", hhi, CONCENTRATED),
                        Measure.of("largestShare", own.largest().orElse("none"), largest, LARGE_SHARE)),
                queries.concentration(by));
    }

    DiagnosisFinding homogenisation() {
        List<Measure> nearest = comparison.nearest().stream()
                .map(near -> Measure.of("krugman", near.zone(), near.krugman(), SIMILAR))
                .toList();
        return new DiagnosisFinding(
                "homogenisation",
                by.wireName(),
                nearest.isEmpty()
                        ? Verdict.UNKNOWN
                        : Verdict.of(nearest.getFirst().value().isBelow(SIMILAR)),
                "the Krugman index against the nearest zone is below its threshold",
                nearest,
                queries.similarity(by));
    }

    DiagnosisFinding advantage() {
        List<Measure> advantages = own.amounts().keySet().stream()
                .map(kind -> Map.entry(kind, comparison.locationQuotient(kind)))
                .filter(kind -> kind.getValue().value() != null)
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Figure> kind) ->
                                        Objects.requireNonNull(kind.getValue().value()),
                                Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .limit(PeerComparison.MOST_NEAREST)
                .map(kind -> Measure.of("locationQuotient", kind.getKey(), kind.getValue(), SPECIALISED))
                .toList();
        return new DiagnosisFinding(
                "unclear-advantage",
                by.wireName(),
                advantages.isEmpty()
                        ? Verdict.UNKNOWN
                        : Verdict.of(!advantages.getFirst().value().isAbove(SPECIALISED)),
                "no location quotient is above its threshold",
                advantages,
                queries.trade(by));
    }

    private boolean isKnown() {
        return !own.total().isZero();
    }
}
