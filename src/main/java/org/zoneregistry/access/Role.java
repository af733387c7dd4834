package org.zoneregistry.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller is to the registry, as the claim {@code roles} of a token says it. */
public enum Role {
    /** Reads everything, proofs included, and starts verifications. */
    AUDITOR,
    /** Records, corrects and withdraws trade, and imports files. */
    REPORTER,
    /** Records the facts of zones. */
    REGISTRAR,
    /** Publishes figures. */
    PUBLISHER,
    /** Runs the registry: projections, rebuilds, jobs. */
    OPERATOR;

    /** The name in tokens and in events. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name; names that the registry doesn't know are of other programs. */
    static Optional<Role> of(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }
}
