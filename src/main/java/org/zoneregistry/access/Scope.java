package org.zoneregistry.access;

/** The reach of a role in an operation. */
public enum Scope {
    /** Everywhere. */
    ALL("✓"),
    /** In the zones that the token names; without the claim {@code zones}, in its provinces. */
    ZONES("z"),
    /** In the provinces that the token names; without the claim {@code provinces}, in its zones. */
    PROVINCES("p"),
    /** Things that the caller has begun. */
    OWN("own"),
    /** Progress, without contents. */
    STATE("state");

    private final String sign;

    Scope(String sign) {
        this.sign = sign;
    }

    /** The sign in the table of docs/security.md. */
    String sign() {
        return sign;
    }
}
