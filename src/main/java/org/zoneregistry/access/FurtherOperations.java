package org.zoneregistry.access;

import java.util.Map;

/** Operations that are not the registry's own, with their rows of the table. A bean of it is found by itself. */
public interface FurtherOperations {

    /** The permission that each operation takes, by operationId. */
    Map<String, Permission> permissions();
}
