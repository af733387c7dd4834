package org.zoneregistry.platform.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** With a log that is always the same in place of the real one. */
public class HttpProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ExampleLog.class);
    }
}
