package org.zoneregistry.access;

import java.util.Map;

/** More rows for the table, for operations outside of the registry. Beans of this type are found by CDI. */
public interface FurtherOperations {

    /** The permission of each operation, by operationId. */
    Map<String, Permission> permissions();
}
