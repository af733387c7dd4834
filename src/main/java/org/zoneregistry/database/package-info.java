/**
 * Connections to the database: pools for those who serve, those who follow the log, jobs and health; and a replica for
 * reads.
 */
@NullMarked
package org.zoneregistry.database;

import org.jspecify.annotations.NullMarked;
