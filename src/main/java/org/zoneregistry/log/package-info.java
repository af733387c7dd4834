/**
 * The log: an append-only, totally ordered store of events in PostgreSQL. Writing and sourcing use Axon Framework's
 * {@code EventStorageEngine}; everything that reads in order uses {@link org.zoneregistry.log.EventLog}.
 *
 * <p>This package knows no zone. {@code docs/guarantees.md} says what a position, an append condition, an
 * acknowledgement and a token guarantee.
 */
@NullMarked
package org.zoneregistry.log;

import org.jspecify.annotations.NullMarked;
