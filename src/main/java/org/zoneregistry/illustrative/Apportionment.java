package org.zoneregistry.illustrative;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a whole number by weights, so that the parts add up to it: the largest remainder method. */
final class Apportionment {

    private Apportionment() {}

    /**
     * The parts, in the order of the weights. The units that are left after rounding down go to the largest remainders,
     * one each; of equal remainders, to the first.
     *
     * @param whole 0 or more
     * @param weights at least one, none negative, not all zero
     */
    static long[] of(long whole, long[] weights) {
        BigInteger sum = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (whole < 0 || sum.signum() <= 0) {
            throw new IllegalArgumentException(whole + " can't be divided by " + Arrays.toString(weights) + ".");
        }
        var parts = new long[weights.length];
        var remainders = new BigInteger[weights.length];
        long left = whole;
        for (int i = 0; i < weights.length; i++) {
            var divided = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1];
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }

    /** {@code amount * part / whole}, rounded down. */
    static long share(long amount, long part, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
