package org.zoneregistry.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Replaces the real log by one that never changes, and allows another site to send commands. */
public class HttpProfile implements QuarkusTestProfile {

    static final String ALLOWED_ORIGIN = "https://office.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", ALLOWED_ORIGIN);
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ExampleLog.class);
    }
}
