package org.zoneregistry.statistics.similarity;

import java.util.List;
import org.zoneregistry.statistics.formula.Figure;

/**
 * How similar the zones of a province are.
 *
 * @param n how many zones with trade it has
 * @param meanKrugman the mean of Krugman's index over all pairs of them: the lower, the more similar they are
 * @param meanCosine the mean of the cosine similarity: the higher, the more similar they are
 */
public record Homogenisation(String province, int n, Figure meanKrugman, Figure meanCosine) {

    static Homogenisation of(String province, int n, List<ZonePair> pairs) {
        return new Homogenisation(
                province,
                n,
                Figure.mean(pairs.stream().map(ZonePair::krugman).toList()),
                Figure.mean(pairs.stream().map(ZonePair::cosine).toList()));
    }
}
