package org.zoneregistry.illustrative;

import java.util.List;
import java.util.SplittableRandom;

/** A deterministic random number: it depends only on its subject, not on earlier numbers. */
final class Chance {

    private static final long SEED = 20_230_320L;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** @param about the subject: {@code Chance.of("weight", zone)} */
    static Chance of(Object... about) {
        long hash = SEED;
        for (Object one : about) {
            // String's hash is specified, so it is the same on every machine
            hash = hash * 1_000_003 + one.toString().hashCode();
        }
        return new Chance(new SplittableRandom(hash));
    }

    /** A number between the two, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean percent(int of) {
        return random.nextInt(100) < of;
    }

    /** One of them; earlier ones are more likely. */
    <T> T oneOf(List<T> choices) {
        return choices.get(Math.min(random.nextInt(choices.size()), random.nextInt(choices.size())));
    }
}
