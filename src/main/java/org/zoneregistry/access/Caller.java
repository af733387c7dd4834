package org.zoneregistry.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param issuer who vouches for the subject; null where nobody does
 * @param subject the issuer's opaque id of the caller; empty where nobody signed in
 * @param client the program that the token was issued to, where it says so
 * @param tokenId the token's own id, where it has one
 * @param expiresAt when the token ends; null where there is none
 * @param zones the zones that the token names
 * @param provinces the provinces that the token names
 */
public record Caller(
        @Nullable String issuer,
        String subject,
        Set<Role> roles,
        @Nullable String client,
        @Nullable String tokenId,
        @Nullable Instant expiresAt,
        Set<String> zones,
        Set<String> provinces) {

    /** Whoever reaches an open registry. */
    public static final Caller LOCAL =
            new Caller(null, "local", EnumSet.allOf(Role.class), null, null, null, Set.of(), Set.of());

    /** Somebody without a token. */
    public static final Caller NOBODY = new Caller(null, "", Set.of(), null, null, null, Set.of(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        zones = Set.copyOf(zones);
        provinces = Set.copyOf(provinces);
    }

    /** Whether a token says who it is, or the registry is open. */
    public boolean isKnown() {
        return !subject.isEmpty();
    }

    /**
     * The actor of events: {@code <issuer>#<subject>}, which is unambiguous, since an issuer has no fragment (OpenID
     * Connect Discovery 1.0, 4.3); the subject alone where no issuer vouches for it.
     */
    public String actor() {
        return issuer == null ? subject : issuer + "#" + subject;
    }

    Limit limit(Scope scope, boolean everywhereWithoutClaims) {
        return switch (scope) {
            case ALL, OWN, STATE -> Limit.NONE;
            case ZONES -> limit(zones, Set.of(), everywhereWithoutClaims);
            case PROVINCES -> limit(Set.of(), provinces, everywhereWithoutClaims);
        };
    }

    private Limit limit(Set<String> ownZones, Set<String> ownProvinces, boolean everywhereWithoutClaims) {
        if (!ownZones.isEmpty() || !ownProvinces.isEmpty()) {
            return Limit.of(ownZones, ownProvinces);
        }
        return zones.isEmpty() && provinces.isEmpty() && everywhereWithoutClaims
                ? Limit.NONE
                : Limit.of(zones, provinces);
    }
}
