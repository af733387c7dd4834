package org.zoneregistry.http;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zoneregistry.access.FurtherOperations;
import org.zoneregistry.access.Operations;
import org.zoneregistry.access.Permission;

/** Lets everybody call the resources of tests. */
@Singleton
class ExampleOperations implements FurtherOperations {

    @Override
    public Map<String, Permission> permissions() {
        return Stream.of(ExampleResource.class, OtherExampleResource.class)
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .map(Operations::name)
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> Permission.PROOFS));
    }
}
