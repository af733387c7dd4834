package org.zoneregistry.platform.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Without a database: nothing here needs one. */
public class HttpProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.hibernate-orm.enabled", "false",
                "quarkus.flyway.enabled", "false",
                "quarkus.datasource.jdbc", "false",
                "quarkus.datasource.reactive", "false");
    }
}
