package org.zoneregistry.statistics.diagnosis;

import java.math.BigDecimal;
import org.zoneregistry.statistics.formula.Figure;

/**
 * A measure behind a finding.
 *
 * @param measure its name: hhi, largestShare, krugman, shareOfPeers, locationQuotient
 * @param of its subject: a form of business, a chapter, another zone, a kind of facilities, or all
 * @param threshold the value for comparison, a decimal of six digits
 */
public record Measure(String measure, String of, Figure value, String threshold) {

    static Measure of(String measure, String of, Figure value, BigDecimal threshold) {
        return new Measure(measure, of, value, threshold.setScale(Figure.DIGITS).toPlainString());
    }
}
