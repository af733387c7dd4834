package org.zoneregistry.zone.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event and its place in the log.
 *
 * @param position its position, 1 for the first event of the log
 * @param id its id, which amendments and withdrawals refer to
 * @param recordedAt when the registry recorded it
 * @param event the event
 */
public record RecordedZoneEvent(long position, UUID id, Instant recordedAt, ZoneEvent event) {}
