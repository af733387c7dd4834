/**
 * Connections to the database: pools for requests, for the log, for jobs and for health checks; and a replica for
 * reads.
 */
@NullMarked
package org.zoneregistry.database;

import org.jspecify.annotations.NullMarked;
