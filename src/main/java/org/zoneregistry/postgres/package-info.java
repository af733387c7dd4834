/**
 * The registry's own PostgreSQL server: the registry unpacks, initialises, starts, finds and stops it.
 *
 * <p>Plain Java without CDI, because the server must run before Quarkus has its configuration.
 */
@NullMarked
package org.zoneregistry.postgres;

import org.jspecify.annotations.NullMarked;
