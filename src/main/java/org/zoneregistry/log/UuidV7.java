package org.zoneregistry.log;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of Unix time in milliseconds, then 74 random bits.
 *
 * <p>Unique in practice. Sorted by time to the millisecond only. Safe for use by several threads.
 */
public final class UuidV7 implements Supplier<UUID> {

    private final InstantSource clock;
    private final RandomGenerator random;

    /** Uses secure randomness. */
    public UuidV7(InstantSource clock) {
        this(clock, new SecureRandom());
    }

    /** Uses the caller's random generator, which must be safe for use by several threads. */
    public UuidV7(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Uses fast randomness that can be guessed. Don't use it if knowledge of the id must prove something. */
    public static UuidV7 guessable(InstantSource clock) {
        return new UuidV7(clock, () -> ThreadLocalRandom.current().nextLong());
    }

    @Override
    public UUID get() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3fff_ffff_ffff_ffffL);
        return new UUID(high, low);
    }
}
