package org.zoneregistry.access;

/** The reach of a role in an operation, from the widest to the narrowest. */
public enum Scope {
    /** Everywhere. */
    ALL("✓"),
    /** Progress, without contents. */
    STATE("state"),
    /** In the zones that the token names; without the claim {@code zones}, in its provinces. */
    ZONES("z"),
    /** In the provinces that the token names; without the claim {@code provinces}, in its zones. */
    PROVINCES("p"),
    /** Things that the caller has begun. */
    OWN("own");

    private final String sign;

    Scope(String sign) {
        this.sign = sign;
    }

    /** The sign in the table of docs/security.md. */
    String sign() {
        return sign;
    }
}
