package org.zoneregistry.trade.read.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Sums never overflow. */
class SumsProperties {

    @Property
    void sums_are_exact_beyond_64_bits(@ForAll @Size(max = 40) List<Long> fen) {
        var sums = new Sums(1);
        fen.forEach(one -> sums.add(1, one, 1));

        BigInteger sum = fen.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(BigInteger.valueOf(sums.high[1]).shiftLeft(64).add(unsigned(sums.low[1])))
                .isEqualTo(sum);
        assertThat(sums.entries[1]).isEqualTo(fen.size());
    }

    private static BigInteger unsigned(long low) {
        return new BigInteger(Long.toUnsignedString(low));
    }
}
