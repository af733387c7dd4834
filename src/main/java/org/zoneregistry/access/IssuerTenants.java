package org.zoneregistry.access;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the issuer whose keys verify a token, by the issuer in the token. This needs no trust: a token with a wrong
 * issuer fails the verification with that issuer's keys. Only a request without a token may have the session of a
 * person.
 */
@Singleton
final class IssuerTenants implements TenantResolver {

    /** Named, because without a name quarkus-oidc chooses by the path or by a cookie. */
    private static final String FIRST = OidcUtils.DEFAULT_TENANT_ID;

    private final List<String> issuers;
    private final Access access;

    IssuerTenants(Access access) {
        this.issuers = access.issuers();
        this.access = access;
    }

    @Override
    public @Nullable String resolve(RoutingContext routing) {
        String authorization = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return access.isForPeople() ? AccessConfigSourceFactory.SIGN_IN : null;
        }
        String[] parts = authorization.split("[.]", -1);
        if (issuers.size() < 2 || parts.length < 2) {
            return FIRST;
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            for (int i = 1; i < issuers.size(); i++) {
                if (claims.contains('"' + issuers.get(i) + '"')
                        || claims.contains('"' + issuers.get(i).replace("/", "\\/") + '"')) {
                    return AccessConfigSourceFactory.tenant(i);
                }
            }
        } catch (IllegalArgumentException noToken) {
            return FIRST;
        }
        return FIRST;
    }
}
