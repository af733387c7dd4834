/**
 * The log: an append-only, totally ordered store of events in PostgreSQL, behind Axon Framework's
 * {@code EventStorageEngine} for writing and sourcing, and behind {@link org.zoneregistry.log.EventLog} for everything
 * that reads it in order.
 *
 * <p>This package knows no zone. What a position, an append condition, an acknowledgement and a token promise is
 * written down in {@code docs/guarantees.md}.
 */
@NullMarked
package org.zoneregistry.log;

import org.jspecify.annotations.NullMarked;
