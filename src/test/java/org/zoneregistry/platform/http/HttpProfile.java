package org.zoneregistry.platform.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;
import org.zoneregistry.testing.TestDatabase;

/** With an example log in place of the true one, and an empty database, which nothing here looks into. */
public class HttpProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ExampleLog.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        TestDatabase database = TestDatabase.fresh();
        return Map.of(
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }
}
