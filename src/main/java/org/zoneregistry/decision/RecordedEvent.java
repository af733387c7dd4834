package org.zoneregistry.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * An event in the log.
 *
 * @param <E> the event
 * @param id its id
 * @param position its place in the log
 * @param recordedAt when the registry recorded it
 */
public record RecordedEvent<E>(UUID id, long position, Instant recordedAt, E event) {}
