package org.zoneregistry.commands.bus;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;

/** Messages about idempotency keys. */
final class IdempotencyKeys {

    private IdempotencyKeys() {}

    static String tag(String key) {
        return EarlierOutcome.TAG + ":" + key;
    }

    static Rejection reused() {
        return Rejection.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was used for another request. Send each new request with a new key, and"
                        + " repeat a key only with exactly the same request.");
    }
}
