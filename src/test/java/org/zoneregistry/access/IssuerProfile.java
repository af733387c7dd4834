package org.zoneregistry.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** With two issuers of tokens. The second is asked about each of them. */
public class IssuerProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "registry.access.issuer",
                TestIssuer.of("first").url() + ", " + TestIssuer.of("second").url(),
                "registry.access.introspect",
                TestIssuer.of("second").url(),
                "quarkus.oidc.issuer-2.client-id",
                "zone-registry",
                "quarkus.oidc.issuer-2.credentials.secret",
                "not-so-secret",
                "quarkus.oidc.token.forced-jwk-refresh-interval",
                "0S",
                "registry.access.requests-per-second",
                "100000");
    }
}
