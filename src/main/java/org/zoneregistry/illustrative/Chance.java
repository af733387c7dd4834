package org.zoneregistry.illustrative;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way every time: it depends on what it is about, and on nothing that was drawn before. */
final class Chance {

    private static final long SEED = 20_230_320L;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** @param about what is left to chance: {@code Chance.of("weight", zone)} */
    static Chance of(Object... about) {
        long hash = SEED;
        for (Object one : about) {
            // String's hash is specified, and so the same on every machine
            hash = hash * 1_000_003 + one.toString().hashCode();
        }
        return new Chance(new SplittableRandom(hash));
    }

    /** A number between the two, either included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean percent(int of) {
        return random.nextInt(100) < of;
    }

    /** One of them, the earlier the likelier. */
    <T> T oneOf(List<T> choices) {
        return choices.get(Math.min(random.nextInt(choices.size()), random.nextInt(choices.size())));
    }
}
