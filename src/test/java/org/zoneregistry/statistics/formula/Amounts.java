package org.zoneregistry.statistics.formula;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.zoneregistry.money.Amount;

/** Short methods for amounts. */
final class Amounts {

    private Amounts() {}

    static Amount yuan(long yuan) {
        return Amount.ofFen(BigDecimal.valueOf(yuan).movePointRight(2));
    }

    static List<Amount> of(long... yuan) {
        return LongStream.of(yuan).mapToObj(Amounts::yuan).toList();
    }

    /** By kind: the first, the second, … */
    static Map<Integer, Amount> kinds(long... yuan) {
        var kinds = new LinkedHashMap<Integer, Amount>();
        for (int kind = 0; kind < yuan.length; kind++) {
            kinds.put(kind, yuan(yuan[kind]));
        }
        return kinds;
    }

    static <K> Specialisation.Profile<K> profile(Map<K, Amount> amounts) {
        return new Specialisation.Profile<>(amounts);
    }

    static double[] doubles(List<Long> yuan) {
        return yuan.stream().mapToDouble(Long::doubleValue).toArray();
    }

    static long[] longs(List<Long> yuan) {
        return yuan.stream().mapToLong(Long::longValue).toArray();
    }

    static List<Amount> of(List<Long> yuan) {
        return of(longs(yuan));
    }

    static List<List<Amount>> groups(List<List<Long>> groups) {
        return groups.stream().map(Amounts::of).toList();
    }

    static double[] flat(List<double[]> groups) {
        return groups.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
