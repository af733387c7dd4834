package org.zoneregistry.access;

/** How far a role may go in an operation. */
public enum Scope {
    /** Everywhere. */
    ALL("✓"),
    /** In the zones that the token names; without the claim {@code zones}, in its provinces. */
    ZONES("z"),
    /** In the provinces that the token names; without the claim {@code provinces}, in its zones. */
    PROVINCES("p"),
    /** What the caller has begun. */
    OWN("own"),
    /** How it stands, without what it holds. */
    STATE("state");

    private final String sign;

    Scope(String sign) {
        this.sign = sign;
    }

    /** As the table in docs/security.md has it. */
    String sign() {
        return sign;
    }
}
