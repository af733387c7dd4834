package org.zoneregistry.zone.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event at its place in the log.
 *
 * @param position its position, 1 for the first event of the log
 * @param id its id, by which amendments and withdrawals name it
 * @param recordedAt when the registry recorded it
 * @param event what was recorded
 */
public record RecordedZoneEvent(long position, UUID id, Instant recordedAt, ZoneEvent event) {}
