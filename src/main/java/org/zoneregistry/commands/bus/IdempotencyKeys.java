package org.zoneregistry.commands.bus;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;

/** What is said about idempotency keys. */
final class IdempotencyKeys {

    private IdempotencyKeys() {}

    static String tag(String key) {
        return EarlierOutcome.TAG + ":" + key;
    }

    static Rejection reused() {
        return Rejection.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was used for another request. Send each new request with a key of its own, and"
                        + " repeat a key only with the very same request.");
    }
}
