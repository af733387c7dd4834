package org.zoneregistry.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sender of a request.
 *
 * @param issuer the issuer of the token; null without a token
 * @param subject the issuer's opaque id of the caller; empty without a token
 * @param client the program that the token was issued to, if it is in the token
 * @param tokenId the token's own id, if it has one
 * @param expiresAt when the token expires; null without a token
 * @param hasPlaces whether the token names zones or provinces, even if it names none of them
 * @param zones the zones in the token
 * @param provinces the provinces in the token
 */
public record Caller(
        @Nullable String issuer,
        String subject,
        Set<Role> roles,
        @Nullable String client,
        @Nullable String tokenId,
        @Nullable Instant expiresAt,
        boolean hasPlaces,
        Set<String> zones,
        Set<String> provinces) {

    /** Every caller of an open registry. */
    public static final Caller LOCAL =
            new Caller(null, "local", EnumSet.allOf(Role.class), null, null, null, false, Set.of(), Set.of());

    /** A caller without a token. */
    public static final Caller NOBODY = new Caller(null, "", Set.of(), null, null, null, false, Set.of(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        zones = Set.copyOf(zones);
        provinces = Set.copyOf(provinces);
    }

    /** Whether the caller has a token, or the registry is open. */
    public boolean isKnown() {
        return !subject.isEmpty();
    }

    /**
     * The actor of events: {@code <issuer>#<subject>}. This is unambiguous, because an issuer has no fragment (OpenID
     * Connect Discovery 1.0, 4.3). Without an issuer it is only the subject.
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
        return !hasPlaces && everywhereWithoutClaims ? Limit.NONE : Limit.of(zones, provinces);
    }
}
