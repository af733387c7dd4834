package org.zoneregistry.access;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the issuer that has to have signed a token, by the issuer that the token claims. Nothing is believed yet: a
 * token that claims another's name doesn't verify with that one's keys.
 */
@Singleton
final class IssuerTenants implements TenantResolver {

    private final List<String> issuers;

    IssuerTenants(Access access) {
        this.issuers = access.issuers();
    }

    @Override
    public @Nullable String resolve(RoutingContext routing) {
        if (issuers.size() < 2) {
            return null;
        }
        String authorization = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
        String[] parts = authorization == null ? new String[0] : authorization.split("[.]", -1);
        if (parts.length < 2) {
            return null;
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
            return null;
        }
        return null;
    }
}
