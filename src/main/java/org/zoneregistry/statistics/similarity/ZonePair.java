package org.zoneregistry.statistics.similarity;

import org.zoneregistry.statistics.ZoneKinds;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Specialisation;

/**
 * How similar two zones are.
 *
 * @param krugman the Krugman specialisation index: from 0, the same, to 2, nothing in common
 * @param cosine the cosine similarity of their shares: from 0, nothing in common, to 1, the same
 */
public record ZonePair(String zone, String other, Figure krugman, Figure cosine) {

    /** The trade of a zone, prepared for many comparisons. */
    record Profiled(String zone, Specialisation.Profile<String> profile) {

        static Profiled of(ZoneKinds zone) {
            return new Profiled(
                    zone.zone(), new Specialisation.Profile<>(zone.kinds().amounts()));
        }
    }

    static ZonePair of(Profiled one, Profiled other) {
        return new ZonePair(
                one.zone(),
                other.zone(),
                Specialisation.krugman(one.profile(), other.profile()),
                Specialisation.cosine(one.profile(), other.profile()));
    }

    /** The same pair in the other order. */
    ZonePair reversed() {
        return new ZonePair(/* zone= */ other, /* other= */ zone, krugman, cosine);
    }
}
