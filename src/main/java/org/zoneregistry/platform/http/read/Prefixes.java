package org.zoneregistry.platform.http.read;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The prefixes of the log, as reads need them. To be implemented by whoever has the log; without blocking. */
public interface Prefixes {

    /** The prefix that ends at the head of the log; {@link Prefix#EMPTY} while there is no event. */
    Uni<Prefix> latest();

    /**
     * The prefix up to the last position with {@code recordedAt <= instant}.
     *
     * @param instant not after now, or not after the head's recordedAt
     */
    Uni<Prefix> at(Instant instant);

    /**
     * The prefix that ends at the position.
     *
     * @param position from 0 to the head's
     */
    Uni<Prefix> at(long position);
}
