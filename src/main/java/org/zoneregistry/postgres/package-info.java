/**
 * The PostgreSQL server that comes with the registry: unpacked, initialised, started, found again and stopped by it.
 *
 * <p>Plain Java without CDI, because the server must run before Quarkus has its configuration.
 */
@NullMarked
package org.zoneregistry.postgres;

import org.jspecify.annotations.NullMarked;
