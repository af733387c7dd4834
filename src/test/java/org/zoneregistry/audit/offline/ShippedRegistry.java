package org.zoneregistry.audit.offline;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.testing.TestDatabase;

/** The registry with its default settings and the reference data, in its own database. */
public final class ShippedRegistry implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        TestDatabase database = TestDatabase.fresh();
        SignerKey key = SignerKey.generate("zone-registry/auditor-test");
        return Map.of(
                "registry.reference-data", "true",
                "registry.audit.key", key.secret() + " " + key.verifier(),
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }
}
