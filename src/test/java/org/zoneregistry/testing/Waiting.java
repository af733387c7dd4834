package org.zoneregistry.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits that look at once, and then less and less often. Awaitility's own wait 100 ms before the first look. */
public final class Waiting {

    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(100);

    private Waiting() {}

    public static ConditionFactory await() {
        return quickly(Awaitility.await());
    }

    /**
     * A wait that says what it waits for.
     *
     * @param what is in the message of a wait in vain
     */
    public static ConditionFactory await(String what) {
        return quickly(Awaitility.await(what));
    }

    private static ConditionFactory quickly(ConditionFactory wait) {
        return wait.pollDelay(Duration.ZERO).pollInterval(Waiting::next);
    }

    private static Duration next(int looks, Duration pause) {
        Duration longer = pause.isZero() ? FIRST : pause.multipliedBy(2);
        return longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }
}
