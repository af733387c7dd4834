package org.zoneregistry.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** With two issuers of tokens. */
public class IssuerProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "registry.access.issuer",
                TestIssuer.of("first").url() + ", " + TestIssuer.of("second").url(),
                "quarkus.oidc.token.forced-jwk-refresh-interval",
                "0S",
                "registry.access.requests-per-second",
                "100000");
    }
}
